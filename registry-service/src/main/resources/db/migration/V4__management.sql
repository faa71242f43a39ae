-- The registration access token, and the one that an update gave until it is used for the first time:
-- whoever lost that answer can still use the other.
alter table client add column registration_token_sha256 text;
alter table client add column next_registration_token_sha256 text;
