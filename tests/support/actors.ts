import { randomUUID } from "node:crypto";
import type { SystemActor, UserActor } from "#/domain/authorisation/actor";
import type { OrganisationKind, Role } from "#/domain/authorisation/roles";

/** What an actor needs to know of an organisation. */
export type ActorOrganisation = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly programStatus?: string;
};

type ActorOptions = {
  readonly organisation: ActorOrganisation;
  readonly roles: readonly Role[];
  readonly userId?: string;
  readonly name?: string;
  readonly signInName?: string;
  readonly sessionId?: string;
};

/** A person of an organisation with roles, as a session would say; without a user id it is somebody new. */
export function userActor({
  organisation,
  roles,
  userId,
  name,
  signInName,
  sessionId,
}: ActorOptions): UserActor {
  return {
    kind: "user",
    userId: userId ?? randomUUID(),
    name: name ?? "Test Person",
    signInName: signInName ?? "test.person@people.example",
    organisationId: organisation.id,
    organisationKind: organisation.kind,
    organisationStatus: organisation.programStatus ?? "active",
    roles,
    sessionId: sessionId ?? randomUUID(),
  };
}

/** A job of the portal. */
export const systemActor: SystemActor = { kind: "system", job: "test" };
