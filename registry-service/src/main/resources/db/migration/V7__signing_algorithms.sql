-- By which tokens for the API are signed; token-service has keys for these.
alter table resource add column signing_algorithm text not null default 'ES256'
    check (signing_algorithm in ('ES256', 'RS256', 'PS256', 'EdDSA'));
