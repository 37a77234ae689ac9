-- A reseller of record may be any reseller whose id passed Verify, partner or not (R98): who sells and who buys then know
-- its name, and the customer its contact details (R99). Resellers already known cost nothing here.
create function cards_of_subscription() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform hold_card(new.provider_id, new.reseller_of_record_id), hold_card(new.tenant_id, new.reseller_of_record_id);
  return null;
end $$;
create trigger subscription_cards_when_sold after insert on subscription for each row
  when (new.reseller_of_record_id is not null and new.reseller_of_record_id is distinct from new.associated_reseller_id)
  execute function cards_of_subscription();
create trigger subscription_cards_when_changed after update of reseller_of_record_id on subscription for each row
  when (new.reseller_of_record_id is not null and new.reseller_of_record_id is distinct from old.reseller_of_record_id)
  execute function cards_of_subscription();

-- The id comes back as it is registered, so that what is stored has its leading zeros however it was typed.
drop function partner_id_standing(text);
create function partner_id_standing(identifier text)
returns table (organisation_id uuid, kind "OrganisationKind", location_type "PartnerLocationType", partner_id text, company_name text, country char(2),
  csp_region text, program_status "ProgramStatus", agreement_signed_at timestamptz)
language sql stable strict security definer rows 1 set search_path = public, pg_temp as $$
  select o.id, o.kind, l.type, l.partner_id, o.company_name, l.country, o.csp_region, o.program_status, o.agreement_signed_at
  from partner_location l join organisation o on o.id = l.organisation_id
  where ltrim(l.partner_id, '0') = ltrim(identifier, '0')
  order by l.partner_id = identifier desc, l.partner_id limit 1
$$;

-- Rows that change often leave room on their page for the next version, so that a change writes no index.
alter table subscription set (fillfactor = 85);
alter table customer set (fillfactor = 90);

grant create on schema public to acting_system;
do $$
declare door text;
begin
  foreach door in array array['cards_of_subscription()', 'partner_id_standing(text)'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to acting_system', door);
    execute format('alter function %s owner to acting_system', door);
  end loop;
end $$;
grant execute on function partner_id_standing(text) to acting_provider;
revoke create on schema public from acting_system;
