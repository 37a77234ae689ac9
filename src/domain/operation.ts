import type { z } from "zod";
import type { ScopedTx } from "#/db/scoped-tx";
import type { Actor } from "./authorisation/actor";
import type { Capability } from "./authorisation/role-matrix";
import type { Result } from "./kernel/result";

/** Access for people who have not signed in; the reason is listed and tested. */
export type PublicAccess = { readonly public: true; readonly reason: string };

/** Says that strangers may call an operation, and why. */
export function publicAccess(reason: string): PublicAccess {
  return { public: true, reason };
}

/** What an operation or query needs: one capability, or a stated reason why none. There is no default. */
export type Access = Capability | PublicAccess;

/** Randomness and cryptography handed to operations, so that the domain stays pure and tests can fix them. */
export type Services = {
  /** 256 random bits as URL-safe text. */
  readonly newToken: () => string;
  /** The hash under which a token is stored. */
  readonly hashToken: (token: string) => Buffer;
  /** Encrypts text for storage; only this installation can read it back. */
  readonly seal: (text: string) => Buffer;
  readonly unseal: (sealed: Uint8Array) => string;
  /** The absolute address of a path of this portal, for links that leave it; never made from a request (S15). */
  readonly portalAddress: (path: string) => string;
  /** What the domains of new customer tenants end with in this installation, without a leading dot (spec 1.3). */
  readonly tenantDomainSuffix: () => string;
  /** A temporary password that can be read out and typed. */
  readonly newTemporaryPassword: () => string;
  readonly hashPassword: (password: string) => Promise<string>;
  /** Whether the password is the one of this sign-in name; a failure when it was tried too often. */
  readonly provePassword: (signInName: string, password: string) => Promise<Result<boolean>>;
};

/**
 * A change: named, guarded, with a strict input. `platform/run-operation` alone can run it, in one transaction that acts
 * as the caller; audit, events and the idempotent answer commit with it. `prepare` does slow work (hashing) before the
 * transaction. `commitOn: "always"` keeps what it wrote even when it answers with a failure (the reason of a refusal).
 */
export type Operation<Schema extends z.ZodType, Output, Prepared = undefined> = {
  readonly type: "operation";
  readonly name: string;
  readonly access: Access;
  readonly input: Schema;
  readonly commitOn: "success" | "always";
  readonly prepare?: (services: Services, input: z.output<Schema>, actor: Actor) => Promise<Prepared>;
  readonly run: (tx: ScopedTx, input: z.output<Schema>, prepared: Prepared) => Promise<Result<Output>>;
};

/** A read: named, guarded, with a strict input; runs in one read-only transaction that acts as the caller. */
export type Query<Schema extends z.ZodType, Output> = {
  readonly type: "query";
  readonly name: string;
  readonly access: Access;
  readonly input: Schema;
  readonly run: (tx: ScopedTx, input: z.output<Schema>) => Promise<Result<Output>>;
};

/** Declares a change; pure data, it does nothing until run. */
export function defineOperation<Schema extends z.ZodType, Output, Prepared = undefined>(
  declaration: Omit<Operation<Schema, Output, Prepared>, "type" | "commitOn"> & {
    readonly commitOn?: "success" | "always";
  },
): Operation<Schema, Output, Prepared> {
  return { type: "operation", commitOn: "success", ...declaration };
}

/** Declares a read; pure data, it does nothing until run. */
export function defineQuery<Schema extends z.ZodType, Output>(
  declaration: Omit<Query<Schema, Output>, "type">,
): Query<Schema, Output> {
  return { type: "query", ...declaration };
}
