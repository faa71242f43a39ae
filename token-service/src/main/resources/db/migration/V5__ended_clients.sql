-- Clients that were deleted: a code or a refresh that was under way must not give them a grant again.
-- A client_id is never given twice.
create table ended_client (
    client_id text        primary key,
    ended_at  timestamptz not null
);

create index token_grant_client on token_grant (client_id);
