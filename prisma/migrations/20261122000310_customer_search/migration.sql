-- Searching customers by any part of name, domain or Microsoft ID (S-09), whatever the word and however long the list.
--
-- Under row-level security the planner may neither use LIKE as an index condition (it is not leak-proof) nor look at the
-- statistics behind it, so a search would read the whole table. The door below states its scope itself and gives only
-- ids; its caller reads the rows under row-level security again, so what is found for a foreign scope shows nothing.

-- Text as it is searched and ordered by: lower case, without accents, so that "societa" finds "Società".
create function fold_for_search(input text) returns text language sql immutable strict parallel safe
  as $$ select lower(regexp_replace(normalize(input, nfd), '[\u0300-\u036f]', '', 'g')) $$;

-- A tab sorts before every character of a name, so a name comes before longer names that begin with it.
create function index_customer() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  new.search_text := fold_for_search(new.company_name || E'\t' || new.primary_domain || E'\t' || new.tenant_id);
  return new;
end $$;
create trigger customer_search_text before insert or update of company_name, primary_domain, search_text on customer
  for each row execute function index_customer();

-- Without statistics a predicate with <> is estimated as "no rows", and drew every list to this index.
drop index customer_one_active_per_tenant;
create unique index customer_one_active_per_tenant on customer (provider_id, tenant_id) where relationship in ('pending', 'active');

-- One index for both scopes: each column of a GIN index can be asked alone.
drop index customer_search, customer_search_by_reseller;
create index customer_search on customer using gin (provider_id, reseller_id, search_text gin_trgm_ops) where relationship = 'active';

-- The ids of one page of matches, in list order or, reading backwards, in reverse. `capacity` says in which role the
-- acting organisation looks at its customers, `wanted` which of them: 'all', 'none' (no reseller), 'former' (a reseller
-- without an active partnership) or 'partner' (the one in `partner`). Common words: the ordered index is walked and the
-- walk stops early. Rare words: the trigram index finds the few. Words of one or two letters have no trigrams: the walk
-- goes on to the end. Every search is planned for its own words; nothing is cached.
create function find_customers(words text, capacity text, wanted text, partner uuid, from_text text, from_id uuid, backwards boolean, size integer)
returns table (id uuid) language plpgsql stable security definer rows 40
set search_path = public, pg_temp set enable_seqscan = off as $$
declare
  walk_limit constant integer := 400;
  sort_limit constant integer := 500;
  folded constant text := fold_for_search(words);
  pattern constant text := '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%';
  has_trigrams constant boolean := folded ~ '[[:alnum:]]{3}';
  candidates constant text := format('customer c where c.relationship = ''active'' and %s %s %s',
    case capacity when 'provider' then 'c.provider_id = $1' when 'reseller' then 'c.reseller_id = $1' else 'false' end,
    case wanted
      when 'all' then ''
      when 'none' then 'and c.reseller_id is null'
      when 'former' then 'and c.reseller_id = any ($7)'
      when 'partner' then case capacity when 'provider' then 'and c.reseller_id = $3' else 'and c.provider_id = $3' end
      else 'and false' end,
    case when from_id is null then '' when backwards then 'and (c.search_text, c.id) < ($4, $5)' else 'and (c.search_text, c.id) > ($4, $5)' end);
  direction constant text := case when backwards then 'desc' else 'asc' end;
  -- "is null" is no equality to the planner: only an order that begins with the column lets it read the index in order.
  ordering constant text := format('order by %s c.search_text %s, c.id %s',
    case when wanted = 'none' then format('c.reseller_id %s,', direction) end, direction, direction);
  former constant uuid[] := case when wanted = 'former' then array(
    select p.reseller_id from partnership p where p.provider_id = app_organisation() group by p.reseller_id having not bool_or(p.state = 'active')) end;
  walk constant text := 'select array(select w.id from (select c.id, c.search_text from %s %s %s) w where w.search_text like $2 limit $6)';
  ids uuid[] := '{}';
begin
  -- Former partners' customers come from several stretches of the index: there is no cheap first look at them.
  if not has_trigrams or wanted <> 'former' then
    execute format(walk, candidates, ordering, case when has_trigrams then format('limit %s', walk_limit) else 'offset 0' end)
      into ids using app_organisation(), pattern, partner, from_text, from_id, size, former;
  end if;
  if cardinality(ids) < size and has_trigrams then
    execute format('select array_agg(m.id order by m.search_text %s, m.id %s) from (select c.id, c.search_text from %s and c.search_text like $2 limit %s) m',
      direction, direction, candidates, sort_limit + 1)
      into ids using app_organisation(), pattern, partner, from_text, from_id, size, former;
    if cardinality(ids) > sort_limit then
      execute format(walk, candidates, ordering, 'offset 0') into ids using app_organisation(), pattern, partner, from_text, from_id, size, former;
    end if;
  end if;
  return query select unnest(ids[1:size]);
end $$;

grant create on schema public to acting_system;
do $$
declare door text;
begin
  foreach door in array array['fold_for_search(text)', 'index_customer()', 'find_customers(text, text, text, uuid, text, uuid, boolean, integer)'] loop
    execute format('revoke execute on function %s from public', door);
    execute format('grant execute on function %s to acting_system', door);
  end loop;
end $$;
grant execute on function fold_for_search(text) to acting_provider;
grant execute on function find_customers(text, text, text, uuid, text, uuid, boolean, integer) to acting_provider, acting_reseller;
alter function find_customers(text, text, text, uuid, text, uuid, boolean, integer) owner to acting_system;
revoke create on schema public from acting_system;
