create table person (
    id            uuid        primary key,
    username      text        not null,
    display_name  text        not null,
    password_hash text        not null,
    created_at    timestamptz not null
);

create unique index person_username on person (lower(username));

-- Attempts count by name, whether we know the name or not; only its hash is kept.
create table sign_in_throttle (
    username_sha256 text        primary key,
    failures        int         not null,
    blocked_until   timestamptz not null
);

create table session (
    sha256     text        primary key,
    person_id  uuid        not null references person on delete cascade,
    auth_time  timestamptz not null,
    expires_at timestamptz not null
);

create index session_expiry on session (expires_at);

-- A request that waits for a person to sign in or to decide, in the browser that made it.
create table pending_request (
    sha256                text        primary key,
    browser_sha256        text        not null,
    client_id             text        not null,
    redirect_uri          text        not null,
    redirect_uri_given    boolean     not null,
    scope                 text        not null,
    state                 text,
    code_challenge        text,
    expires_at            timestamptz not null
);

create index pending_request_expiry on pending_request (expires_at);

create table consent (
    person_id  uuid        not null references person on delete cascade,
    client_id  text        not null,
    scope      text        not null,
    granted_at timestamptz not null,
    primary key (person_id, client_id, scope)
);

create table authorization_grant (
    id         uuid        primary key,
    person_id  uuid        not null references person on delete cascade,
    client_id  text        not null,
    scope      text        not null,
    auth_time  timestamptz not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);

create index authorization_grant_person_client on authorization_grant (person_id, client_id);

create table authorization_code (
    sha256         text        primary key,
    grant_id       uuid        not null references authorization_grant on delete cascade,
    client_id      text        not null,
    -- Null when the request left it out: then the token request may, too.
    redirect_uri   text,
    code_challenge text,
    expires_at     timestamptz not null,
    spent_at       timestamptz
);

create index authorization_code_expiry on authorization_code (expires_at);
