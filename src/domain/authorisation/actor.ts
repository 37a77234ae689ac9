import type { OrganisationKind, Role } from "./roles";

/** A signed-in person in one organisation, as the session says on this request (R7). */
export type UserActor = {
  readonly kind: "user";
  readonly userId: string;
  readonly name: string;
  readonly signInName: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly organisationStatus: string;
  readonly roles: readonly Role[];
  readonly sessionId: string;
  /** Signed in with a temporary password: only the own account is open until it is changed (R11). */
  readonly mustChangePassword?: boolean;
};

/** Somebody who has not signed in. */
export type VisitorActor = { readonly kind: "visitor" };

/** A job of the portal itself. */
export type SystemActor = { readonly kind: "system"; readonly job: string };

/** Whoever an operation runs for. Made only by the session, the worker and the command line. */
export type Actor = UserActor | VisitorActor | SystemActor;

/** The one visitor. */
export const visitor: VisitorActor = { kind: "visitor" };
