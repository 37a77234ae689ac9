import { expect, test } from "vitest";
import { everyOperation } from "./every-operation";

/**
 * Which row of the specification's matrices lets somebody call what. Written out, since a probe that reads an operation's
 * own capability takes a wrong one for right.
 */
const needed: Readonly<Record<string, readonly string[]>> = {
  "customer.create": ["customer.check_account_info", "customer.check_domain", "customer.create"],
  "customer.edit": ["customer.change_reseller"],
  "customer.list": [
    "customer.get",
    "customer.list",
    "ordering.list_orders",
    "partnership.list_reseller_options",
    "subscription.get",
  ],
  "home.read": ["overview.read_home_figures"],
  "notification.read": ["notification.list", "notification.mark_read"],
  "order.place": [
    "order.place",
    "ordering.find_customer",
    "ordering.review_order",
    "ordering.search_catalogue",
  ],
  "own_account.manage": [
    "identity.change_password",
    "identity.change_preferences",
    "identity.list_own_sessions",
    "identity.sign_out",
    "organisation.list_global_admins",
    "partnership.note_invitation_opened",
    "partnership.read_acceptance",
  ],
  "own_subscription.list": ["subscription.list_own", "subscription.summarise_own"],
  "partner.vet": ["organisation.create"],
  "partner_relationship.list": ["customer.list_own_partners"],
  "partnership.accept": ["partnership.accept", "partnership.decline"],
  "partnership.list": ["partnership.list_resellers", "partnership.read_reseller"],
  "partnership.remove": ["partnership.preview_removal", "partnership.remove"],
  "partnership.request": [
    "partnership.create_invitation",
    "partnership.list_invitations",
    "partnership.mark_invitation_shared",
    "partnership.read_invitation",
    "partnership.revoke_invitation",
    "partnership.send_invitation",
    "partnership.update_invitation_draft",
  ],
  "price_list.import": [
    "price_list.give_up",
    "price_list.next_unfinished",
    "price_list.note_progress",
    "price_list.publish",
    "price_list.read_file_piece",
    "price_list.receive",
  ],
  "price_list.read": ["price_list.list_imports", "price_list.read_import", "price_list.read_progress"],
  "provider.list": ["partnership.list_providers", "partnership.read_provider"],
  "reseller_of_record.set": ["subscription.verify_reseller"],
  "subscription.change": ["subscription.change"],
};

test("S2: every operation and query asks for the capability that the matrices give it", () => {
  const found = Map.groupBy(everyOperation, ({ access }) => (typeof access === "object" ? "public" : access));
  const names = [...found].map(([access, group]) => [access, group.map(({ name }) => name).sort()]);
  expect(Object.fromEntries(names)).toEqual(needed);
});
