-- Which key of the settings wrote what, so that a key can be changed; null from an earlier version, which knew one.
alter table signing_key add column encryption_key text;

-- A successor is derived from a random salt as well: an old token and the key alone do not give it away.
alter table refresh_token add column successor_salt bytea,
                          add column successor_key  text;
