-- What a provider keeps for itself stays out of the reach of resellers and customers by column, too, and doors ask what they can.

-- A provider's tags are its own; what its review found is no business of the customer's; why a partner is not eligible is not either.
do $$
declare columns text;
begin
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = 'customer'::regclass and attnum > 0 and not attisdropped and attname not in ('tags', 'qualification_detail');
  revoke select on customer from acting_reseller;
  execute format('grant select (%s) on customer to acting_reseller', columns);
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = 'customer'::regclass and attnum > 0 and not attisdropped and attname not in ('tags', 'review_status');
  revoke select on customer from acting_customer;
  execute format('grant select (%s) on customer to acting_customer', columns);
  select string_agg(quote_ident(attname), ', ') into columns from pg_attribute
    where attrelid = 'partner_card'::regclass and attnum > 0 and not attisdropped
      and attname not in ('program_status', 'agreement_signed_at', 'vetting_status', 'ineligibility_reasons');
  revoke select on partner_card from acting_customer;
  execute format('grant select (%s) on partner_card to acting_customer', columns);
end $$;

-- Whether a person opened a session from an address in the last 30 days: guessing from elsewhere must not lock out the owner (S10).
create function was_let_in_from(name text, client_address text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from user_account u join user_session s on s.user_id = u.id
    where u.sign_in_name = lower(name) and s.address = left(client_address, 64) and s.created_at > now() - interval '30 days')
$$;

grant create on schema public to acting_system;

-- The first administrator of a new tenant signs in under the tenant's own domain and no other: a provider cannot make accounts elsewhere.
create or replace function create_customer_tenant(tenant uuid, name text, domain text, tenant_country char(2), region text, tenant_currency char(3),
  tenant_language text, tenant_culture text, administrator uuid, administrator_sign_in text, first text, last text, mail text, hash text, member uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
  if app_organisation() is null then raise exception 'no acting organisation' using errcode = 'insufficient_privilege'; end if;
  if lower(split_part(administrator_sign_in, '@', 2)) is distinct from lower(domain) then
    raise exception 'the administrator is not of the tenant''s domain' using errcode = 'insufficient_privilege';
  end if;
  insert into organisation (id, kind, company_name, primary_domain, country, csp_region, currency, vetting_status, program_status, language, culture)
  values (tenant, 'customer', name, domain, tenant_country, region, tenant_currency, 'authorized', 'active', tenant_language, tenant_culture);
  insert into user_account (id, sign_in_name, first_name, last_name, email, password_hash, must_change_password, language)
  values (administrator, administrator_sign_in, first, last, mail, hash, true, tenant_language);
  insert into membership (id, user_id, organisation_id, roles) values (member, administrator, tenant, array['customer_global_admin']);
end $$;

revoke execute on function was_let_in_from(text, text) from public;
grant execute on function was_let_in_from(text, text) to acting_system, acting_visitor;
alter function was_let_in_from(text, text) owner to acting_system;
revoke create on schema public from acting_system;
