alter table client add column token_endpoint_auth_signing_alg text;
alter table client add column jwks text;
alter table client add column jwks_uri text;

-- Set for a secret that has to be known again, as client_secret_jwt needs it: what it is derived from.
alter table client_secret add column derived_from uuid;
