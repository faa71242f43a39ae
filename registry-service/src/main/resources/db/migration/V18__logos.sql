-- The logos of clients, fetched once and shown from our own address, each kept once however many clients have it.
create table logo (
    sha256     text  primary key,
    media_type text  not null,
    content    bytea not null
);

alter table client add column logo_sha256 text references logo;
create index client_logo on client (logo_sha256) where logo_sha256 is not null;

-- Those that are registered already are fetched now.
insert into outbox (id, kind, recipient, payload, asked_at, due_at, attempts)
select gen_random_uuid(), 'logo', coalesce(lower(substring(metadata ->> 'logo_uri' from '^https?://([^/?#:]+)')), client_id),
       jsonb_build_object('client_id', client_id, 'logo_uri', metadata ->> 'logo_uri'), now(), now(), 0
from client where metadata ->> 'logo_uri' is not null;
