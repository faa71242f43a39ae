-- A grant's place in the status lists: 2^17 places to a list, never given twice.
create sequence status_index minvalue 0 start 0;

alter table token_grant add column status_index bigint not null unique default nextval('status_index');

-- An application's own grant: nobody signed in, and its audience tells it from the others.
alter table token_grant alter column auth_time drop not null;
alter table token_grant add column audience text;

create index token_grant_standing on token_grant (client_id, audience, created_at) where audience is not null;
