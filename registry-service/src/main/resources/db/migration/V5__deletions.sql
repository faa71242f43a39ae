-- Deletions that token-service has yet to be told, written with the deletion itself.
create table deletion_to_tell (
    client_id  text        primary key,
    deleted_at timestamptz not null
);
