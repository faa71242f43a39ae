create table client (
    client_id            text        primary key,
    issued_at            timestamptz not null,
    client_name          text        not null,
    client_uri           text,
    description          text,
    logo_uri             text,
    tos_uri              text,
    policy_uri           text,
    contacts             text[]      not null,
    redirect_uris        text[]      not null,
    failure_redirect_uri text,
    grant_types          text[]      not null,
    scope                text        not null,
    -- Null when the registration named none: both ways of sending a secret are then open.
    token_endpoint_auth_method text
);

-- More than one at a time, so that a secret can be replaced without an outage.
create table client_secret (
    sha256     text        primary key,
    client_id  text        not null references client on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz
);

create index client_secret_client on client_secret (client_id);

create table resource (
    name       text primary key,
    identifier text not null unique,
    title      text not null
);

create table resource_scope (
    name        text   primary key,
    resource    text   not null references resource on delete cascade,
    position    int    not null,
    description text   not null,
    granted_to  text[] not null check (granted_to <@ array ['person', 'application'])
);
