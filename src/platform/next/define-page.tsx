import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { can } from "#/domain/authorisation/authorise";
import type { Capability } from "#/domain/authorisation/role-matrix";
import type { OrganisationKind } from "#/domain/authorisation/roles";
import type { Failure } from "#/domain/kernel/failure";
import type { Result } from "#/domain/kernel/result";
import type { Query } from "#/domain/operation";
import { AccessRefused } from "../access-refused";
import { findViewer, type Viewer } from "../auth/viewer";
import { runQuery } from "../run-query";
import { requestContext } from "./request-context";

/** Runs a query as the viewer of the page. */
export type RunQuery = <S extends z.ZodType, O>(query: Query<S, O>, input: z.input<S>) => Promise<Result<O>>;

type PageCall<Params, Search> = {
  readonly viewer: Viewer;
  readonly params: Params;
  readonly search: Search;
  readonly run: RunQuery;
};

type PageDeclaration<P extends z.ZodType, S extends z.ZodType, Data> = {
  /** Whose page it is; for other kinds of organisation it does not exist. */
  readonly organisation: OrganisationKind | "any";
  readonly access: Capability;
  /** Pages for people who still have to change a temporary password. */
  readonly allowTemporaryPassword?: boolean;
  readonly params?: P;
  /** Unknown or malformed search parameters fall back to the schema's defaults. */
  readonly search?: S;
  readonly load?: (call: PageCall<z.output<P>, z.output<S>>) => Promise<Result<Data>>;
  readonly render: (
    props: PageCall<z.output<P>, z.output<S>> & { readonly data: Data },
  ) => ReactNode | Promise<ReactNode>;
};

type RouteProps = {
  readonly params: Promise<unknown>;
  readonly searchParams: Promise<Record<string, unknown>>;
};

async function signInAddress(): Promise<string> {
  const here = (await headers()).get("x-pathname") ?? "/";
  return here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`;
}

function refusalPage(failure: Failure, viewer: Viewer): ReactNode {
  if (failure.kind === "not_found" || failure.kind === "invalid") notFound();
  if (failure.kind === "forbidden") return <AccessRefused viewer={viewer} params={failure.params ?? {}} />;
  throw new Error(`the page could not be loaded: ${failure.kind}`);
}

/**
 * Makes a page of the portal: resolves the viewer, sends strangers to sign in and back, people with a temporary password
 * to change it, hides pages of other kinds of organisation as not found, refuses missing roles with a page that says who
 * can help, then loads and renders. Every page under `(portal)` is made here.
 */
export function definePage<
  P extends z.ZodType = z.ZodUnknown,
  S extends z.ZodType = z.ZodUnknown,
  Data = undefined,
>(declaration: PageDeclaration<P, S, Data>) {
  return async function page(props: RouteProps): Promise<ReactNode> {
    const viewer = await findViewer();
    if (!viewer) redirect((await signInAddress()) as never);
    if (viewer.mustChangePassword && !declaration.allowTemporaryPassword)
      redirect("/account/change-password" as never);
    if (declaration.organisation !== "any" && declaration.organisation !== viewer.organisationKind)
      notFound();
    if (!can(viewer.actor, declaration.access)) {
      return <AccessRefused viewer={viewer} capability={declaration.access} params={{}} />;
    }
    const params = (declaration.params ?? z.unknown()).safeParse(await props.params);
    if (!params.success) notFound();
    const searchSchema = declaration.search ?? z.unknown();
    const given = searchSchema.safeParse(await props.searchParams);
    const search = given.success ? given.data : searchSchema.parse({});
    const context = await requestContext();
    const run: RunQuery = (query, input) => runQuery(query, viewer.actor, input, context);
    const call = { viewer, params: params.data as z.output<P>, search: search as z.output<S>, run };
    const loaded = declaration.load
      ? await declaration.load(call)
      : ({ ok: true, value: undefined as Data } as const);
    if (!loaded.ok) return refusalPage(loaded.failure, viewer);
    return declaration.render({ ...call, data: loaded.value });
  };
}
