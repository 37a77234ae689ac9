import "server-only";
import { randomUUID } from "node:crypto";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { type Failure, forbidden } from "#/domain/kernel/failure";
import type { Result } from "#/domain/kernel/result";
import type { Access, Operation } from "#/domain/operation";
import { findViewer, type Viewer } from "../auth/viewer";
import { logger } from "../logger";
import { takeFromActionLimit } from "../rate-limit/limits";
import { runOperation } from "../run-operation";
import { runQuery } from "../run-query";
import { type CallContext, refusalOf, runtime } from "../unit-of-work";
import { auditRefusal } from "../unit-records";
import { addressAmong } from "./client-address";
import type { RunQuery } from "./define-page";
import { answerHeaders, type ProblemDetails, problemResponse } from "./problem-response";
import { refuseRequest } from "./request-sieve";

/** Runs a change as the viewer; the idempotency key is the request's own, when it sent one. */
type Perform = <S extends z.ZodType, O, P>(
  operation: Operation<S, O, P>,
  input: z.input<S>,
) => Promise<Result<O>>;

/** What a route works with: a signed-in viewer who may do what the route is for. */
export type RouteCall<Params> = {
  readonly request: NextRequest;
  readonly params: Params;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly run: RunQuery;
  readonly perform: Perform;
};

/** The operation or query a request leads to, as far as letting it in needs to know it. */
type Entrance = { readonly type: "operation" | "query"; readonly name: string; readonly access: Access };

type RouteDeclaration<P extends z.ZodType> = {
  /** The operation or query it is there for: who may not run it, is refused before anything of the request is read. */
  readonly runs: Entrance;
  readonly params?: P;
  /** True where the proxy lets requests pass unseen, so that it does not hold their bodies: the route asks its questions. */
  readonly isBehindNoProxy?: boolean;
  readonly answer: (call: RouteCall<z.output<P>>) => Promise<Result<Response>>;
};

type RouteProps = { readonly params: Promise<unknown> };

/** The handler of one method of one address. */
export type RouteHandler = (request: NextRequest, props: RouteProps) => Promise<Response>;

function keyOf(request: NextRequest): string | undefined {
  const key = request.headers.get("idempotency-key");
  return key !== null && /^[0-9a-zA-Z-]{16,64}$/.test(key) ? key : undefined;
}

/** Why this viewer goes no further; a refused change is kept in the activity log. */
async function refuseViewer(
  viewer: Viewer,
  runs: Entrance,
  context: CallContext,
): Promise<Failure | undefined> {
  if (viewer.mustChangePassword) return forbidden("access.password_change_needed").failure;
  const refusal = refusalOf(viewer.actor, runs.access);
  if (refusal && runs.type === "operation") {
    await auditRefusal(runtime(), viewer.actor, runs.name, refusal, context);
  }
  return refusal;
}

async function unexpected(error: unknown, path: string, requestId: string): Promise<Response> {
  logger.error({ path, correlationId: requestId, err: error }, "a route failed unexpectedly");
  const t = await getTranslations("failures.unexpected");
  const details: ProblemDetails = {
    type: "about:blank",
    title: t("title"),
    status: 500,
    detail: t("message"),
    code: "unexpected",
    requestId,
  };
  const headers = { ...answerHeaders(requestId), "Content-Type": "application/problem+json" };
  return Response.json(details, { status: 500, headers });
}

/**
 * Makes the handler of a request that is neither a page nor a form: actor, right, rate limit for changes, then the answer;
 * refusals as problem details with a code and the request's id, unknown exceptions as nothing but that id. The third
 * sister of `definePage` and `defineAction`: no other way leads from `src/app/api` to an operation.
 */
export function defineRoute<P extends z.ZodType = z.ZodUnknown>(
  declaration: RouteDeclaration<P>,
): RouteHandler {
  const { runs, isBehindNoProxy = false } = declaration;
  return async (request, props) => {
    const given = isBehindNoProxy ? null : request.headers.get("x-request-id");
    const requestId = given ?? randomUUID();
    try {
      const sieved = isBehindNoProxy ? await refuseRequest(request) : undefined;
      if (sieved) {
        sieved.headers.set("X-Request-Id", requestId);
        return sieved;
      }
      const viewer = await findViewer();
      if (!viewer) return await problemResponse({ kind: "unauthenticated" }, requestId);
      const context = {
        correlationId: requestId,
        source: "page",
        idempotencyKey: keyOf(request),
      } as const;
      const refusal =
        (await refuseViewer(viewer, runs, context)) ??
        (runs.type === "operation"
          ? await takeFromActionLimit(viewer.actor, addressAmong(request.headers))
          : undefined);
      if (refusal) return await problemResponse(refusal, requestId);
      const params = (declaration.params ?? z.unknown()).safeParse(await props.params);
      if (!params.success) return await problemResponse({ kind: "not_found" }, requestId);
      const answer = await declaration.answer({
        request,
        params: params.data as z.output<P>,
        viewer,
        requestId,
        run: (query, input) => runQuery(query, viewer.actor, input, context),
        perform: (operation, input) => runOperation(operation, viewer.actor, input, context),
      });
      return answer.ok ? answer.value : await problemResponse(answer.failure, requestId);
    } catch (error) {
      // Whoever asked has gone; nobody reads this answer.
      if (request.signal.aborted) return new Response(null, { status: 400 });
      return await unexpected(error, request.nextUrl.pathname, requestId);
    }
  };
}

/** The handler for methods an address behind no proxy does not have; behind it the proxy has refused them before. */
export function refuseMethod(allowed: string): () => Response {
  return () =>
    new Response("This method is not supported.\n", {
      status: 405,
      headers: {
        ...answerHeaders(randomUUID()),
        Allow: allowed,
        "Content-Type": "text/plain; charset=utf-8",
      },
    });
}
