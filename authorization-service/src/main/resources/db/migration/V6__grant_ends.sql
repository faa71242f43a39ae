-- Ends of grants that token-service has yet to be told, each written with the end itself.
create table grant_end_to_tell (
    grant_id uuid        primary key,
    reason   text        not null,
    ended_at timestamptz not null
);
