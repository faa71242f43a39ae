-- Assertions of clients that were taken, RFC 7523 §3: none is taken twice, by whichever replica.
create table used_assertion (
    client_id  text        not null,
    jti_sha256 text        not null,
    expires_at timestamptz not null,
    primary key (client_id, jti_sha256)
);

create index used_assertion_expiry on used_assertion (expires_at);
