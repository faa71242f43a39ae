create table token_grant (
    id         uuid        primary key,
    client_id  text        not null,
    subject    text        not null,
    scope      text        not null,
    auth_time  timestamptz not null,
    amr        text[]      not null,
    created_at timestamptz not null,
    -- Absolute: no refresh moves it.
    expires_at timestamptz not null
);

create index token_grant_expiry on token_grant (expires_at);

-- Apart from the grant, so that a revocation may arrive before it and never waits for it.
create table grant_revocation (
    grant_id   uuid        primary key,
    revoked_at timestamptz not null,
    reason     text        not null
);

create table refresh_token (
    sha256          text        primary key,
    grant_id        uuid        not null references token_grant on delete cascade,
    created_at      timestamptz not null,
    idle_expires_at timestamptz not null,
    spent_at        timestamptz
);

create index refresh_token_grant on refresh_token (grant_id);

create table signing_key (
    kid                   text        primary key,
    algorithm             text        not null,
    public_jwk            text        not null,
    encrypted_private_key bytea       not null,
    created_at            timestamptz not null,
    signs_from            timestamptz not null unique
);
