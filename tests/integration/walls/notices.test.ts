import { expect, test } from "vitest";
import { newId } from "#/domain/kernel/ids";
import { markNotificationsRead } from "#/domain/notification/operations/mark-read";
import { listNotifications } from "#/domain/notification/queries/list-notifications";
import { anIndirectProvider, aPerson } from "../../support/builders";
import { fixtures } from "../../support/database";
import { queryAs, runAs, valueIn } from "../../support/run";

test("a notice for other roles of the own organisation is neither shown nor marked as read", async () => {
  const provider = await anIndirectProvider().create();
  const notice = (type: string, roles: string[]) => ({
    id: newId(),
    organisationId: provider.id,
    type,
    params: {},
    roles,
  });
  await fixtures.notification.createMany({
    data: [notice("for.sales", ["sales_agent"]), notice("for.billing", ["billing_admin"])],
  });
  const seller = await aPerson(provider, "sales_agent");
  const shown = valueIn(await queryAs(seller, listNotifications, {}));
  expect(shown.map(({ type }) => type)).toEqual(["for.sales"]);
  expect(valueIn(await runAs(seller, markNotificationsRead, {}))).toEqual({ marked: 1 });
  const stored = await fixtures.notification.findMany({ where: { organisationId: provider.id } });
  expect(stored.find(({ type }) => type === "for.billing")?.readBy).toEqual([]);
});
