alter table person add column blocked_at timestamptz;

-- Mail that is still to be sent: an outbox. A letter that has a link gets it when it is sent, so that
-- no link is kept in the clear.
create table mail_to_send (
    id       uuid        primary key,
    letter   text        not null,
    -- Null when it is for whoever has the address.
    person_id uuid       references person on delete cascade,
    address  text        not null,
    asked_at timestamptz not null,
    due_at   timestamptz not null,
    attempts int         not null
);

create index mail_to_send_due on mail_to_send (due_at);

-- Links that open an account or prove an address, each good once.
create table mailed_link (
    sha256     text        primary key,
    purpose    text        not null,
    person_id  uuid        not null references person on delete cascade,
    -- Where it was mailed to; null for one that an administrator handed over.
    address    text,
    expires_at timestamptz not null
);

create index mailed_link_person on mailed_link (person_id);
create index mailed_link_expiry on mailed_link (expires_at);

-- How much mail an address was sent on anybody's asking; only its hash is kept.
create table mail_count (
    address_sha256 text        primary key,
    since          timestamptz not null,
    letters        int         not null
);
