-- Initial access tokens that administrators make, RFC 7591 §3.
create table initial_access_token (
    id         uuid        primary key,
    sha256     text        not null unique,
    note       text        not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    uses_left  int         check (uses_left >= 0)
);
