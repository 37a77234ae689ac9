import { newId } from "#/domain/kernel/ids";
import { fixtures } from "./database";

/** Writes an event as an operation would have; gives its id. */
export async function anEvent(
  type: string,
  organisationId: string,
  data: Readonly<Record<string, string>>,
): Promise<string> {
  const id = newId();
  await fixtures.domainEvent.createMany({ data: [{ id, type, organisationId, data, correlationId: id }] });
  return id;
}

/** Counts every event of this database as told, so that a test sees its own alone. */
export async function forgetEvents(): Promise<void> {
  await fixtures.domainEvent.updateMany({ where: { relayedAt: null }, data: { relayedAt: new Date() } });
}

/** How far an event has come. */
export async function eventState(
  id: string,
): Promise<{ readonly isRelayed: boolean; readonly attempts: number; readonly lastError: string | null }> {
  const { relayedAt, attempts, lastError } = await fixtures.domainEvent.findUniqueOrThrow({ where: { id } });
  return { isRelayed: relayedAt !== null, attempts, lastError };
}
