-- Names and search texts of partnerships follow the companies' own records, and the lists of this domain have their indexes.

-- What a list of partnerships is searched and ordered by: name, domain and partner id in lower case.
create function partnership_search_text(name text, domain text, identifier text) returns text language sql immutable
  as $$ select lower(name || ' ' || domain || ' ' || coalesce(identifier, '')) $$;

create function name_partnership() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  select p.company_name, partnership_search_text(p.company_name, p.primary_domain, p.partner_id),
    r.company_name, partnership_search_text(r.company_name, r.primary_domain, r.partner_id)
  into new.provider_name, new.provider_search_text, new.reseller_name, new.reseller_search_text
  from organisation p, organisation r where p.id = new.provider_id and r.id = new.reseller_id;
  return new;
end $$;
create trigger partnership_names before insert on partnership for each row execute function name_partnership();

create function rename_partnerships() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update partnership set provider_name = new.company_name,
    provider_search_text = partnership_search_text(new.company_name, new.primary_domain, new.partner_id) where provider_id = new.id;
  update partnership set reseller_name = new.company_name,
    reseller_search_text = partnership_search_text(new.company_name, new.primary_domain, new.partner_id) where reseller_id = new.id;
  return null;
end $$;
create trigger organisation_partnership_names after update of company_name, primary_domain, partner_id on organisation
  for each row execute function rename_partnerships();

-- Open invitations of a provider, newest first; and the mails that its hourly and daily limits count (S10).
create index invitation_open on partnership_invitation (provider_id, created_at desc, id) where status in ('draft', 'sent', 'opened');
create index mail_message_of_invitations on mail_message (organisation_id, created_at) where subject_kind = 'partnership_invitation';

grant create on schema public to acting_system;
do $$
declare door text;
begin
  foreach door in array array['partnership_search_text(text, text, text)', 'name_partnership()', 'rename_partnerships()'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to acting_system', door);
  end loop;
  alter function name_partnership() owner to acting_system;
  alter function rename_partnerships() owner to acting_system;
end $$;
revoke create on schema public from acting_system;
