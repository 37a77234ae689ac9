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

grant create on schema public to acting_system;
revoke execute on function cards_of_subscription() from public;
grant execute on function cards_of_subscription() to acting_system;
alter function cards_of_subscription() owner to acting_system;
revoke create on schema public from acting_system;
