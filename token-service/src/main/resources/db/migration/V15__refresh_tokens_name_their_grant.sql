-- Whether the token itself says of which grant it is, so that its row is not needed to see a theft; an earlier version's
-- does not.
alter table refresh_token add column names_grant boolean not null default false;
