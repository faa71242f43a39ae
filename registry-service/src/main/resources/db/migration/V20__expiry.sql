-- Clients that came with a token of the operator expire as well if they are never used. Nobody looked at those that
-- are there: they count as used.
update client set in_use_since = now() where not registered_openly and in_use_since is null;

-- What has expired is found by when.
create index client_secret_expiry on client_secret (expires_at) where expires_at is not null;
create index initial_access_token_expiry on initial_access_token (expires_at);
create index initial_access_token_spent on initial_access_token (id) where uses_left = 0;
