-- The walls behind the application: acting roles, forced row-level security, append-only records, narrow functions.
-- One equality policy per acting role keeps every list on its index; what a party may know of another is a card it holds.

create extension if not exists btree_gin;

do $$
declare acting text;
begin
  foreach acting in array array['acting_provider', 'acting_reseller', 'acting_customer', 'acting_vendor', 'acting_system', 'acting_visitor'] loop
    if not exists (select from pg_roles where rolname = acting) then
      execute format('create role %I nologin', acting);
    end if;
  end loop;
  -- Owning the doors below takes the right to become acting_system, which making the role does not give from PostgreSQL 16 on.
  begin
    set local role acting_system;
    reset role;
  exception when insufficient_privilege then
    execute format('grant acting_system to %I', current_user);
  end;
end $$;

revoke create on schema public from public;
grant usage on schema public to acting_provider, acting_reseller, acting_customer, acting_vendor, acting_system, acting_visitor;
grant create on schema public to acting_system;

-- Who acts, and when: set for one transaction only.
create function app_organisation() returns uuid language sql stable
  as $$ select nullif(current_setting('app.organisation', true), '')::uuid $$;
create function app_user() returns uuid language sql stable
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
create function app_now() returns timestamptz language sql stable
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;

-- Text is ordered by bytes everywhere, so that a page of a list never depends on the server's locale.
alter table customer alter column search_text type text collate "C";
alter table partnership alter column reseller_search_text type text collate "C", alter column provider_search_text type text collate "C";
alter table sku alter column search_text type text collate "C";
alter table subscription alter column offer_name type text collate "C";

-- Values that must hold whatever the application does.
alter table user_account add constraint user_account_sign_in_name_lower check (sign_in_name = lower(sign_in_name));
alter table organisation add constraint organisation_domain_lower check (primary_domain = lower(primary_domain));
alter table partner_location add constraint partner_location_digits check (partner_id ~ '^[0-9]{1,10}$');
alter table partnership_invitation
  add constraint invitation_expires_later check (expires_at > created_at),
  add constraint invitation_token_hash check (octet_length(token_hash) = 32),
  add constraint invitation_single_use check (reusable or acceptance_count <= 1);
alter table partnership
  add constraint partnership_two_parties check (provider_id <> reseller_id),
  add constraint partnership_removed_whole check ((state = 'removed') = (removed_at is not null));
create unique index partnership_one_active_per_pair on partnership (provider_id, reseller_id) where state = 'active';
alter table customer
  add constraint customer_not_its_own_provider check (tenant_id <> provider_id);
create unique index customer_one_active_per_tenant on customer (provider_id, tenant_id) where relationship <> 'removed';
create index customer_by_provider on customer (provider_id, search_text, id) where relationship = 'active';
create index customer_by_reseller on customer (reseller_id, search_text, id) where relationship = 'active';
create index customer_by_provider_and_reseller on customer (provider_id, reseller_id, search_text, id) where relationship = 'active';
create index customer_search on customer using gin (provider_id, search_text gin_trgm_ops) where relationship = 'active';
create index customer_search_by_reseller on customer using gin (reseller_id, search_text gin_trgm_ops) where relationship = 'active';
alter table price
  add constraint price_not_negative check (unit_price_minor >= 0 and coalesce(erp_price_minor, 0) >= 0),
  add constraint price_period check (effective_to is null or effective_to > effective_from),
  add constraint price_tier check (tier_maximum is null or tier_maximum >= tier_minimum);
alter table sku add constraint sku_quantity_range check (minimum_quantity >= 1 and maximum_quantity >= minimum_quantity);
alter table subscription
  add constraint subscription_seats check (quantity >= 0 and quantity <= maximum_quantity),
  add constraint subscription_term check (commitment_ends_at > starts_at),
  add constraint subscription_price check (unit_price_minor >= 0),
  add constraint subscription_updates check (update_count between 0 and 1200);
alter table order_line add constraint order_line_amount check (quantity > 0 and unit_price_minor >= 0);
alter table licence_batch add constraint licence_batch_seats check (quantity > 0 and reducible_until > added_at);
create index domain_event_waiting on domain_event (next_attempt_at) where relayed_at is null;
create index mail_message_waiting on mail_message (next_attempt_at) where status = 'queued';

-- Records that are written once.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_record_append_only before update or delete on audit_record for each row execute function refuse_change();
create trigger audit_record_no_truncate before truncate on audit_record execute function refuse_change();
create trigger agreement_acceptance_append_only before update or delete on agreement_acceptance for each row execute function refuse_change();

-- Rights: nothing by default, then what each acting role needs.
revoke all on all tables in schema public from public;
grant select, insert, update, delete on all tables in schema public to acting_system;
revoke update, delete on audit_record, agreement_acceptance from acting_system;

grant select on organisation, partner_location, partner_card, agreement_template, agreement_acceptance, directory_listing,
  membership, user_session, audit_record, mail_message, notification, idempotency_record
  to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant select (id, sign_in_name, first_name, last_name, email, must_change_password, status, language, time_zone, theme, created_at, updated_at, version)
  on user_account to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant update (password_hash, must_change_password, language, time_zone, theme, updated_at, version)
  on user_account to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant update (revoked_at, last_seen_at) on user_session to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant insert on audit_record, domain_event, mail_message, idempotency_record to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant update (result) on idempotency_record to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant update (read_by) on notification to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant select on agreement_template, directory_listing to acting_visitor;
grant select, insert, update, delete on rate_limit to acting_visitor;

grant select, insert, update on partnership_invitation to acting_provider;
grant select, update on partnership to acting_provider;
grant select, insert on partnership to acting_reseller;
grant insert on agreement_acceptance to acting_provider, acting_customer, acting_reseller;
grant select, insert, update on customer, customer_order, order_line, subscription to acting_provider;
grant select, insert, update, delete on licence_batch to acting_provider;
grant select on customer to acting_reseller, acting_customer;
grant select (id, customer_id, provider_id, associated_reseller_id, tenant_id, order_id, product_id, sku_id, offer_name, friendly_name,
  quantity, minimum_quantity, maximum_quantity, status, term_duration, billing_cycle, starts_at, commitment_ends_at, cancellable_until,
  auto_renew, reseller_of_record_id, reseller_of_record_partner_id, support_contact_id, created_at, updated_at, version)
  on subscription to acting_reseller, acting_customer;
grant select on product, sku to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant select on price to acting_provider;
grant select, insert, update, delete on product, sku, price, price_list_import to acting_vendor;
grant insert, update on directory_listing to acting_vendor;
grant update on organisation to acting_vendor;

-- Row-level security: forced on every table that belongs to somebody.
do $$
declare
  entry record;
begin
  for entry in
    select * from (values
      -- table, role, commands, condition
      ('organisation', 'acting_provider', 'select', 'id = app_organisation()'),
      ('organisation', 'acting_reseller', 'select', 'id = app_organisation()'),
      ('organisation', 'acting_customer', 'select', 'id = app_organisation()'),
      ('organisation', 'acting_vendor', 'all', 'true'),
      ('partner_location', 'acting_provider', 'select', 'organisation_id = app_organisation()'),
      ('partner_location', 'acting_reseller', 'select', 'organisation_id = app_organisation()'),
      ('partner_location', 'acting_customer', 'select', 'organisation_id = app_organisation()'),
      ('partner_location', 'acting_vendor', 'select', 'true'),
      ('partner_card', 'acting_provider', 'select', 'viewer_id = app_organisation()'),
      ('partner_card', 'acting_reseller', 'select', 'viewer_id = app_organisation()'),
      ('partner_card', 'acting_customer', 'select', 'viewer_id = app_organisation()'),
      ('partner_card', 'acting_vendor', 'select', 'viewer_id = app_organisation()'),
      ('agreement_acceptance', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('agreement_acceptance', 'acting_reseller', 'all', 'organisation_id = app_organisation()'),
      ('agreement_acceptance', 'acting_customer', 'all', 'organisation_id = app_organisation()'),
      ('agreement_acceptance', 'acting_vendor', 'select', 'true'),
      ('user_account', 'acting_provider', 'all', 'id = app_user()'),
      ('user_account', 'acting_reseller', 'all', 'id = app_user()'),
      ('user_account', 'acting_customer', 'all', 'id = app_user()'),
      ('user_account', 'acting_vendor', 'all', 'id = app_user()'),
      ('membership', 'acting_provider', 'select', 'organisation_id = app_organisation()'),
      ('membership', 'acting_reseller', 'select', 'organisation_id = app_organisation()'),
      ('membership', 'acting_customer', 'select', 'organisation_id = app_organisation()'),
      ('membership', 'acting_vendor', 'select', 'organisation_id = app_organisation()'),
      ('user_session', 'acting_provider', 'all', 'user_id = app_user()'),
      ('user_session', 'acting_reseller', 'all', 'user_id = app_user()'),
      ('user_session', 'acting_customer', 'all', 'user_id = app_user()'),
      ('user_session', 'acting_vendor', 'all', 'user_id = app_user()'),
      ('partnership_invitation', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('partnership', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('partnership', 'acting_reseller', 'all', 'reseller_id = app_organisation()'),
      ('customer', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('customer', 'acting_reseller', 'select', 'reseller_id = app_organisation()'),
      ('customer', 'acting_customer', 'select', 'tenant_id = app_organisation()'),
      ('customer_order', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('order_line', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('subscription', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('subscription', 'acting_reseller', 'select', 'associated_reseller_id = app_organisation()'),
      ('subscription', 'acting_customer', 'select', 'tenant_id = app_organisation()'),
      ('licence_batch', 'acting_provider', 'all', 'provider_id = app_organisation()'),
      ('price_list_import', 'acting_vendor', 'all', 'true'),
      ('audit_record', 'acting_provider', 'all', 'organisation_id = app_organisation()'),
      ('audit_record', 'acting_reseller', 'all', 'organisation_id = app_organisation()'),
      ('audit_record', 'acting_customer', 'all', 'organisation_id = app_organisation()'),
      ('audit_record', 'acting_vendor', 'all', 'organisation_id = app_organisation()'),
      ('domain_event', 'acting_provider', 'insert', 'organisation_id = app_organisation()'),
      ('domain_event', 'acting_reseller', 'insert', 'organisation_id = app_organisation()'),
      ('domain_event', 'acting_customer', 'insert', 'organisation_id = app_organisation()'),
      ('domain_event', 'acting_vendor', 'insert', 'organisation_id = app_organisation()'),
      ('mail_message', 'acting_provider', 'all', 'organisation_id = app_organisation()'),
      ('mail_message', 'acting_reseller', 'all', 'organisation_id = app_organisation()'),
      ('mail_message', 'acting_customer', 'all', 'organisation_id = app_organisation()'),
      ('mail_message', 'acting_vendor', 'all', 'organisation_id = app_organisation()'),
      ('notification', 'acting_provider', 'all', 'organisation_id = app_organisation()'),
      ('notification', 'acting_reseller', 'all', 'organisation_id = app_organisation()'),
      ('notification', 'acting_customer', 'all', 'organisation_id = app_organisation()'),
      ('notification', 'acting_vendor', 'all', 'organisation_id = app_organisation()'),
      ('idempotency_record', 'acting_provider', 'all', 'organisation_id = app_organisation()'),
      ('idempotency_record', 'acting_reseller', 'all', 'organisation_id = app_organisation()'),
      ('idempotency_record', 'acting_customer', 'all', 'organisation_id = app_organisation()'),
      ('idempotency_record', 'acting_vendor', 'all', 'organisation_id = app_organisation()')
    ) as policy (table_name, acting, command, condition)
  loop
    execute format('alter table %I enable row level security', entry.table_name);
    execute format('alter table %I force row level security', entry.table_name);
    execute format('create policy %I on %I for %s to %I %s %s',
      entry.acting, entry.table_name, entry.command, entry.acting,
      case when entry.command in ('all', 'select') then format('using (%s)', entry.condition) else '' end,
      case when entry.command in ('all', 'insert') then format('with check (%s)', entry.condition) else '' end);
  end loop;
  for entry in select c.relname as table_name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relrowsecurity loop
    execute format('create policy acting_system on %I for all to acting_system using (true) with check (true)', entry.table_name);
  end loop;
end $$;

-- Narrow doors: what is asked before anybody is known, or across the border of two organisations. They run as acting_system.

-- A session and everything a request needs to know of its holder; no row when revoked, expired, idle or suspended (R7).
create function resolve_session(session uuid, idle_minutes integer)
returns table (user_id uuid, first_name text, last_name text, sign_in_name text, must_change_password boolean, language text, time_zone text, theme text,
  organisation_id uuid, organisation_kind "OrganisationKind", company_name text, country char(2), currency char(3), program_status "ProgramStatus",
  organisation_time_zone text, roles text[], organisation_count bigint, unread_count bigint, is_stale boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.first_name, u.last_name, u.sign_in_name, u.must_change_password, u.language, u.time_zone, u.theme,
    o.id, o.kind, o.company_name, o.country, o.currency, o.program_status, o.time_zone, m.roles,
    (select count(*) from membership other where other.user_id = u.id and other.status = 'active'),
    (select count(*) from (select 1 from notification n where n.organisation_id = o.id and not (u.id = any (n.read_by))
       and n.roles && m.roles limit 100) unread),
    s.last_seen_at < now() - interval '1 minute'
  from user_session s
  join user_account u on u.id = s.user_id and u.status = 'active'
  join membership m on m.user_id = s.user_id and m.organisation_id = s.organisation_id and m.status = 'active'
  join organisation o on o.id = s.organisation_id
  where s.id = session and s.revoked_at is null and s.expires_at > now()
    and s.last_seen_at > now() - make_interval(mins => idle_minutes)
$$;

-- Notes that a session is in use; at most once a minute per session.
create function touch_session(session uuid) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update user_session set last_seen_at = now() where id = session and last_seen_at < now() - interval '1 minute'
$$;

-- The account behind a sign-in name, for the password check; one row or none.
create function find_sign_in(name text)
returns table (user_id uuid, password_hash text, status "UserStatus", organisation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, u.password_hash, u.status,
    (select m.organisation_id from membership m where m.user_id = u.id and m.status = 'active' order by m.created_at, m.id limit 1)
  from user_account u where u.sign_in_name = lower(name)
$$;

-- Opens a session for a person who has proven who they are, in an organisation they belong to.
create function open_session(session uuid, person uuid, organisation uuid, lifetime_minutes integer, agent text, client_address text) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with opened as (
    insert into user_session (id, user_id, organisation_id, created_at, last_seen_at, expires_at, user_agent, address)
    select session, m.user_id, m.organisation_id, now(), now(), now() + make_interval(mins => lifetime_minutes), left(agent, 300), left(client_address, 64)
    from membership m join user_account u on u.id = m.user_id
    where m.user_id = person and m.organisation_id = organisation and m.status = 'active' and u.status = 'active'
    returning 1)
  select exists (select from opened)
$$;

-- The invitation behind a token and the card of who sent it; needs the token, so it tells nothing to a guesser (S-06).
create function find_invitation(hash bytea)
returns table (id uuid, status "InvitationStatus", reusable boolean, expires_at timestamptz, revoked_at timestamptz, accepted_at timestamptz,
  accepted_by_organisation_id uuid, acceptance_count integer, consent_text_version integer, created_by_user_id uuid, created_by_name text,
  provider_id uuid, provider_name text, provider_country char(2), provider_region text, provider_domain text, provider_partner_id text,
  provider_status "ProgramStatus", provider_support_email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.status, i.reusable, i.expires_at, i.revoked_at, i.accepted_at, i.accepted_by_organisation_id, i.acceptance_count, i.consent_text_version,
    i.created_by_user_id, i.created_by_name, p.id, p.company_name, p.country, p.csp_region, p.primary_domain, p.partner_id, p.program_status, p.support_email
  from partnership_invitation i join organisation p on p.id = i.provider_id where i.token_hash = hash
$$;

-- Marks that the link was looked at, once; changes nothing else.
create function note_invitation_opened(hash bytea) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update partnership_invitation set opened_at = app_now(), status = case when status in ('draft', 'sent') then 'opened'::"InvitationStatus" else status end
  where token_hash = hash and opened_at is null and revoked_at is null
$$;

-- Takes one acceptance from an invitation for the acting reseller, or nothing when it is spent, revoked or expired (decision 8).
create function consume_invitation(hash bytea, accepted_by text) returns boolean
language sql volatile security definer set search_path = public, pg_temp as $$
  with consumed as (
    update partnership_invitation set acceptance_count = acceptance_count + 1, accepted_at = app_now(), accepted_by_name = accepted_by,
      accepted_by_organisation_id = app_organisation(), version = version + 1,
      status = case when reusable then 'sent'::"InvitationStatus" else 'accepted'::"InvitationStatus" end
    where token_hash = hash and revoked_at is null and expires_at > app_now() and (reusable or acceptance_count = 0)
      and status in ('draft', 'sent', 'opened') and provider_id <> app_organisation()
    returning 1)
  select exists (select from consumed)
$$;

-- Keeps for the sender why an acceptance was refused, or that it was declined.
create function note_invitation_refused(hash bytea, refusal_code text, declined boolean) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  update partnership_invitation set last_refusal_code = refusal_code, last_refusal_at = app_now(),
    status = case when declined and not reusable then 'declined'::"InvitationStatus" else status end
  where token_hash = hash and status in ('draft', 'sent', 'opened')
$$;

-- Whether the two organisations already meet in the other role (R27).
create function is_customer_of(tenant uuid, provider uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from customer c where c.tenant_id = tenant and c.provider_id = provider and c.relationship <> 'removed')
$$;

-- The names of an organisation's global admins, for its own people (S-06: whom to ask).
create function global_admins_of_own_organisation() returns table (name text, email text)
language sql stable security definer set search_path = public, pg_temp as $$
  select u.first_name || ' ' || u.last_name, u.email from membership m join user_account u on u.id = m.user_id and u.status = 'active'
  where m.organisation_id = app_organisation() and m.status = 'active' and m.roles && array['global_admin', 'customer_global_admin', 'operator_admin'] order by 1 limit 20
$$;

-- What stands behind a partner id, for Verify and for naming a reseller of record (R23, R24).
create function partner_id_standing(identifier text)
returns table (organisation_id uuid, kind "OrganisationKind", location_type "PartnerLocationType", company_name text, country char(2), csp_region text,
  program_status "ProgramStatus", agreement_signed_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.id, o.kind, l.type, o.company_name, l.country, o.csp_region, o.program_status, o.agreement_signed_at
  from partner_location l join organisation o on o.id = l.organisation_id
  where ltrim(l.partner_id, '0') = ltrim(identifier, '0')
$$;
create index partner_location_numeric on partner_location (ltrim(partner_id, '0'));

-- Whether a domain is free for a new customer tenant (S-10).
create function domain_is_free(domain text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select not exists (select from organisation o where o.primary_domain = lower(domain))
$$;

-- A new customer tenant with its first administrator, for the acting provider. The caller has checked every rule;
-- this door only ever makes customers, so no provider can make partners or people elsewhere (R40).
create function create_customer_tenant(tenant uuid, name text, domain text, tenant_country char(2), region text, tenant_currency char(3),
  tenant_language text, tenant_culture text, administrator uuid, administrator_sign_in text, first text, last text, mail text, hash text, member uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if app_organisation() is null then raise exception 'no acting organisation' using errcode = 'insufficient_privilege'; end if;
  insert into organisation (id, kind, company_name, primary_domain, country, csp_region, currency, vetting_status, program_status, language, culture)
  values (tenant, 'customer', name, domain, tenant_country, region, tenant_currency, 'authorized', 'active', tenant_language, tenant_culture);
  insert into user_account (id, sign_in_name, first_name, last_name, email, password_hash, must_change_password, language)
  values (administrator, administrator_sign_in, first, last, mail, hash, true, tenant_language);
  insert into membership (id, user_id, organisation_id, roles) values (member, administrator, tenant, array['customer_global_admin']);
end $$;

-- Cards: written when two organisations come into relation, kept in step with the subject's own record.
create function hold_card(viewer uuid, subject uuid) returns void
language sql volatile security definer set search_path = public, pg_temp as $$
  insert into partner_card (viewer_id, subject_id, kind, company_name, country, csp_region, primary_domain, partner_id, support_email, support_telephone,
    support_website, program_status, agreement_signed_at)
  select viewer, o.id, o.kind, o.company_name, o.country, o.csp_region, o.primary_domain, o.partner_id, o.support_email, o.support_telephone, o.support_website,
    o.program_status, o.agreement_signed_at
  from organisation o where o.id = subject
  on conflict (viewer_id, subject_id) do nothing
$$;
create function cards_of_partnership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform hold_card(new.provider_id, new.reseller_id), hold_card(new.reseller_id, new.provider_id);
  return null;
end $$;
create trigger partnership_cards after insert on partnership for each row execute function cards_of_partnership();
create function cards_of_customer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform hold_card(new.tenant_id, new.provider_id);
  if new.reseller_id is not null then perform hold_card(new.tenant_id, new.reseller_id); end if;
  return null;
end $$;
create trigger customer_cards after insert or update of reseller_id on customer for each row execute function cards_of_customer();
create function refresh_cards() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update partner_card set company_name = new.company_name, country = new.country, csp_region = new.csp_region, primary_domain = new.primary_domain,
    partner_id = new.partner_id, support_email = new.support_email, support_telephone = new.support_telephone, support_website = new.support_website,
    program_status = new.program_status, agreement_signed_at = new.agreement_signed_at
  where subject_id = new.id;
  return null;
end $$;
create trigger organisation_cards after update on organisation for each row execute function refresh_cards();

-- The first statement of an operation: claims the idempotency key under the acting role already assumed.
-- Gives the stored answer when the key was used before, and tells when it was used for something else (R49).
create function claim_idempotency(operation_name text, idempotency_key text, hash bytea)
returns table (claimed boolean, same_input boolean, stored jsonb)
language plpgsql volatile as $$
begin
  insert into idempotency_record (actor_id, operation, key, organisation_id, input_hash)
  values (app_user(), operation_name, idempotency_key, app_organisation(), hash) on conflict do nothing;
  if found then
    return query select true, true, null::jsonb;
  else
    return query select false, r.input_hash = hash, r.result from idempotency_record r
      where r.organisation_id = app_organisation() and r.actor_id = app_user() and r.operation = operation_name and r.key = idempotency_key;
  end if;
end $$;

-- The last statement of an operation: audit, events, mails and the stored answer, in the transaction of the change.
create function close_operation(audit jsonb, events jsonb, mails jsonb, operation_name text, idempotency_key text, answer jsonb) returns void
language plpgsql volatile as $$
begin
  insert into audit_record (id, organisation_id, occurred_at, actor_kind, actor_user_id, actor_name, operation, outcome, failure_code, customer_id,
    resource_type, resource_id, before, after, source, correlation_id)
  select a.id, a.organisation_id, app_now(), a.actor_kind, a.actor_user_id, a.actor_name, a.operation, a.outcome, a.failure_code, a.customer_id,
    a.resource_type, a.resource_id, a.before, a.after, a.source, a.correlation_id
  from jsonb_to_recordset(audit) as a (id uuid, organisation_id uuid, actor_kind text, actor_user_id uuid, actor_name text, operation text, outcome text,
    failure_code text, customer_id uuid, resource_type text, resource_id text, before jsonb, after jsonb, source text, correlation_id text);
  insert into domain_event (id, type, organisation_id, subject_id, data, correlation_id, occurred_at, next_attempt_at)
  select e.id, e.type, app_organisation(), e.subject_id, e.data, e.correlation_id, app_now(), app_now()
  from jsonb_to_recordset(events) as e (id uuid, type text, subject_id uuid, data jsonb, correlation_id text);
  insert into mail_message (id, organisation_id, subject_kind, subject_id, recipient, sealed_content)
  select m.id, app_organisation(), m.subject_kind, m.subject_id, m.recipient, decode(m.sealed_content, 'base64')
  from jsonb_to_recordset(mails) as m (id uuid, subject_kind text, subject_id uuid, recipient text, sealed_content text);
  if idempotency_key is not null then
    update idempotency_record set result = answer
    where organisation_id = app_organisation() and actor_id = app_user() and operation = operation_name and key = idempotency_key;
  end if;
  if jsonb_array_length(events) + jsonb_array_length(mails) > 0 then perform pg_notify('twotier_outbox', ''); end if;
end $$;

do $$
declare door record;
begin
  for door in select p.oid::regprocedure as signature, p.prosecdef from pg_proc p where p.pronamespace = 'public'::regnamespace
    and p.proowner = (select oid from pg_roles where rolname = current_user) and p.prokind = 'f'
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('revoke execute on function %s from public', door.signature);
    execute format('grant execute on function %s to acting_system', door.signature);
    if door.prosecdef then execute format('alter function %s owner to acting_system', door.signature); end if;
  end loop;
end $$;

grant execute on function app_organisation(), app_user(), app_now() to acting_provider, acting_reseller, acting_customer, acting_vendor, acting_visitor;
grant execute on function claim_idempotency(text, text, bytea), close_operation(jsonb, jsonb, jsonb, text, text, jsonb), refuse_change()
  to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant execute on function resolve_session(uuid, integer), touch_session(uuid), find_sign_in(text), open_session(uuid, uuid, uuid, integer, text, text),
  find_invitation(bytea), note_invitation_opened(bytea) to acting_visitor;
grant execute on function find_invitation(bytea), note_invitation_opened(bytea), note_invitation_refused(bytea, text, boolean),
  global_admins_of_own_organisation() to acting_provider, acting_reseller, acting_customer, acting_vendor;
grant execute on function consume_invitation(bytea, text), is_customer_of(uuid, uuid) to acting_reseller;
grant execute on function partner_id_standing(text), domain_is_free(text),
  create_customer_tenant(uuid, text, text, char, text, char, text, text, uuid, text, text, text, text, text, uuid) to acting_provider;
revoke create on schema public from acting_system;
