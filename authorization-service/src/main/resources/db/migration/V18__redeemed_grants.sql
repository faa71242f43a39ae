-- When the code of a grant was redeemed, or the password checked; without that it is kept no longer than codes are remembered.
-- The default is for the grants that are there. A replica of before that redeems a code would not note it: all of them are
-- stopped first (CHANGELOG).
alter table authorization_grant add column redeemed_at timestamptz default now();
update authorization_grant set redeemed_at = null
where id in (select grant_id from authorization_code where spent_at is null);
create index authorization_grant_unredeemed on authorization_grant (created_at) where redeemed_at is null;
