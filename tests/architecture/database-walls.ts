/**
 * What the census of the database allows. Everything that is not listed here is refused, so a new table, function or
 * index either keeps the walls or is added with the reason why it may do without one.
 */

/** Tables without row security: nobody's property. Grants alone decide who reads and writes them. */
export const tablesOfNobody: Readonly<Record<string, string>> = {
  _prisma_migrations: "the migration engine's own record, granted to nobody",
  agreement_template: "published agreement texts, the same for everybody",
  directory_listing: "the public register of providers",
  offer_matrix_entry: "the vendor's catalogue",
  price: "the vendor's price list, granted to providers and the vendor alone",
  product: "the vendor's catalogue",
  promotion: "the vendor's catalogue, granted to providers and the vendor alone",
  rate_limit: "counters under opaque keys",
  service_plan: "the vendor's catalogue",
  sku: "the vendor's catalogue",
};

/** Columns that name a party; a policy compares one of them, and nothing else, with who acts. */
export const partyColumns = [
  "accepted_by_tenant_id",
  "associated_reseller_id",
  "organisation_id",
  "partner_id",
  "provider_id",
  "reseller_id",
  "source_provider_id",
  "target_provider_id",
  "tenant_id",
  "user_id",
  "viewer_id",
] as const;

/** Conditions that are not an equality of a party column, by acting role: table to exact text. */
export const otherConditions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  acting_vendor: {
    agreement_acceptance: ["true"],
    credit_account: ["true"],
    directory_change_request: ["true"],
    eligibility_check: ["true"],
    invoice: ["true"],
    invoice_line: ["true"],
    organisation: ["true"],
    partner_location: ["true"],
    partner_ticket: ["true"],
    partner_ticket_note: ["true"],
    payment: ["true"],
    price_list_file_chunk: ["true"],
    price_list_import: ["true"],
    security_contact: ["true"],
    service_request: [`(escalation_level = 'vendor'::"ServiceRequestLevel")`],
    service_request_attachment: ["is_for_vendor"],
    service_request_note: ["is_for_vendor"],
    vetting_check: ["true"],
  },
};

/** Where one acting role meets a table on two sides and therefore has two equality policies for one command. */
export const twoSidedTables: Readonly<Record<string, string>> = {
  transfer: "two providers: the one that asks and the one that gives; a provider has few transfers",
  transfer_item: "two providers, as on its transfer",
};

/**
 * Functions that run with the rights of acting_system: each is a door through the walls, known by name, with the acting
 * roles that may open it. Triggers open for nobody.
 */
export const doors: Readonly<Record<string, string>> = {
  administered_tenant: "provider reseller",
  associated_reseller_follows: "",
  cards_of_customer: "",
  cards_of_partnership: "",
  cards_of_subscription: "",
  consume_invitation: "reseller",
  create_customer_tenant: "provider",
  domain_is_free: "provider",
  find_customers: "provider reseller",
  find_invitation: "customer provider reseller vendor visitor",
  find_sign_in: "visitor",
  global_admins_of_own_organisation: "customer provider reseller vendor",
  hold_card: "",
  is_customer_of: "reseller",
  name_partnership: "",
  note_invitation_opened: "customer provider reseller vendor visitor",
  note_invitation_refused: "customer provider reseller vendor",
  open_session: "visitor",
  partner_id_standing: "provider",
  refresh_cards: "",
  refresh_subscribed_skus: "",
  rename_partnerships: "",
  resolve_session: "visitor",
  subscribed_skus_follow: "",
  touch_session: "visitor",
  vendor_domains: "provider",
  was_let_in_from: "visitor",
};

/** Unique indexes a tenant can hit that do not begin with a party column, and why their error tells nothing of others. */
export const uniqueWithoutParty: Readonly<Record<string, string>> = {
  api_client_key_hash_key: "hash of 256 random bits",
  cart_line_pkey: "begins with the random id of the cart, pinned to the provider by its foreign key",
  customer_order_number_key: "order numbers are made by the server, never typed",
  order_line_pkey: "begins with the random id of the order, pinned to the provider by its foreign key",
  partnership_invitation_token_hash_key: "hash of 256 random bits",
  rate_limit_pkey: "counters under opaque keys, no answer depends on a collision",
  relationship_invitation_token_hash_key: "hash of 256 random bits",
  reseller_statement_line_pkey:
    "begins with the random id of the statement, pinned to the provider by its foreign key",
  scheduled_change_pkey: "the random id of the subscription, pinned to the provider by its foreign key",
  scheduled_change_subscription_id_provider_id_key: "the same, with the provider",
  transfer_item_pkey:
    "begins with the random id of the transfer, pinned to both providers by its foreign key",
};

/** Records that are written once, for everybody. */
export const appendOnlyTables = [
  "agreement_acceptance",
  "audit_record",
  "eligibility_check",
  "payment",
  "subscription_change",
] as const;

/** Amounts a reseller or customer may read: what it is billed itself, never its provider's prices (R4). */
export const amountsOfOthers: readonly string[] = [
  "acting_reseller reseller_statement.charge_minor",
  "acting_reseller reseller_statement_line.charge_minor",
];
