import { actAs } from "#/db/act-as";
import { sql } from "#/db/sql";
import type { SystemActor } from "#/domain/authorisation/actor";
import type { Runtime } from "#/platform/unit-of-work";

const actor: SystemActor = { kind: "system", job: "expire_invitations" };

/**
 * Closes invitations that nobody accepted in time, by the database's clock, and gives their number. Whether a link may
 * still be used never waits for this: accepting looks at the time itself.
 */
export function expireInvitations({ database, clock }: Runtime): Promise<number> {
  return actAs(database, actor, { readOnly: false, clock }, (unit) =>
    unit.execute(sql`
      update partnership_invitation set status = 'expired', version = version + 1
      where status in ('draft', 'sent', 'opened') and expires_at <= app_now()`),
  );
}
