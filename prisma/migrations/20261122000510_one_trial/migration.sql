-- A customer tries a product once (R119). The rule reads before it writes; of two orders at the same moment this lets one through.
create unique index subscription_one_trial on subscription (provider_id, customer_id, product_id) where is_trial;
