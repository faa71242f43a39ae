-- Client secrets that ended before their time, by their hash: the registry may have told us otherwise a moment ago.
create table ended_secret (
    sha256     text        primary key,
    expires_at timestamptz not null
);

create index ended_secret_expiry on ended_secret (expires_at);
