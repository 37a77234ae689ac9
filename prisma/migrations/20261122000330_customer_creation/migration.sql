-- The vendor operator's own domains, where no customer's contact can be reached (R63). They are no secret: the vendor's
-- pages and mails carry them.
create function vendor_domains() returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct own.domain), '{}') from organisation o, unnest(o.primary_domain || o.custom_domains) own (domain)
  where o.kind = 'vendor_operator'
$$;

grant create on schema public to acting_system;
revoke execute on function vendor_domains() from public;
grant execute on function vendor_domains() to acting_system;
alter function vendor_domains() owner to acting_system;
grant execute on function vendor_domains() to acting_provider;
revoke create on schema public from acting_system;
