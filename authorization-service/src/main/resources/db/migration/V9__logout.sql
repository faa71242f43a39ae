-- Which clients a session signed in to is told by its grants.
create index authorization_grant_sid on authorization_grant (sid) where sid is not null;

-- A logout request that waits for a person to confirm it.
create table pending_logout (
    sha256                   text        primary key,
    client_id                text,
    sid                      uuid,
    post_logout_redirect_uri text,
    state                    text,
    expires_at               timestamptz not null
);

create index pending_logout_expiry on pending_logout (expires_at);

-- Clients that have yet to be told that a session is over, each written with its end.
create table back_channel_logout (
    id        uuid        primary key,
    client_id text        not null,
    subject   text        not null,
    sid       uuid        not null,
    ended_at  timestamptz not null,
    attempts  int         not null,
    due_at    timestamptz not null
);

create index back_channel_logout_due on back_channel_logout (due_at);
