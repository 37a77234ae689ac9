import type { Role } from "#/domain/authorisation/roles";
import type { RecordWriter } from "./record-writer";

/** A person who can sign in, in one organisation, with the roles held there. */
export type PersonRecord = {
  readonly id: string;
  readonly organisationId: string;
  readonly signInName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly Role[];
  readonly passwordHash: string | null;
  readonly language?: string | null;
  readonly timeZone?: string | null;
  readonly mustChangePassword?: boolean;
  readonly status?: "active" | "disabled";
  readonly createdAt: Date;
};

/** Writes a person and the membership; fails when the sign-in name is taken. */
export async function writePerson(db: RecordWriter, record: PersonRecord): Promise<void> {
  await db.userAccount.create({
    data: {
      id: record.id,
      signInName: record.signInName,
      firstName: record.firstName,
      lastName: record.lastName,
      email: record.signInName,
      passwordHash: record.passwordHash,
      mustChangePassword: record.mustChangePassword ?? false,
      status: record.status ?? "active",
      language: record.language ?? null,
      timeZone: record.timeZone ?? null,
      createdAt: record.createdAt,
      updatedAt: record.createdAt,
    },
  });
  await writeMembership(db, { ...record, userId: record.id });
}

/** Writes that a person belongs to an organisation with roles. */
export async function writeMembership(
  db: RecordWriter,
  record: {
    readonly userId: string;
    readonly organisationId: string;
    readonly roles: readonly Role[];
    readonly createdAt: Date;
  },
): Promise<void> {
  await db.membership.create({
    data: {
      userId: record.userId,
      organisationId: record.organisationId,
      roles: [...record.roles],
      createdAt: record.createdAt,
    },
  });
}

/** Writes an open session of a person in an organisation and gives its id. */
export async function writeSession(
  db: RecordWriter,
  session: {
    readonly id: string;
    readonly userId: string;
    readonly organisationId: string;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await db.userSession.create({ data: session });
}
