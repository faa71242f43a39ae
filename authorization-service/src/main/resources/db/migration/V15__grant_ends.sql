-- The end of all grants that a person gave until then: to one client, or to all where none is named.
create table grant_end (
    id        uuid        primary key,
    person_id uuid        not null references person on delete cascade,
    client_id text,
    -- What was granted in this session goes on.
    kept_sid  uuid,
    until     timestamptz not null
);

create unique index grant_end_person_client on grant_end (person_id, client_id) nulls not distinct;
create index grant_end_age on grant_end (until);

-- The newest of a person's grants, by client.
create index authorization_grant_newest on authorization_grant (person_id, client_id, created_at);
drop index authorization_grant_person_client;

-- The grants that have ended, by themselves or with others.
create view ended_grant as
select authorization_grant.id
from authorization_grant
    left join grant_end as of_person on of_person.client_id is null
        and of_person.person_id = authorization_grant.person_id and of_person.until >= authorization_grant.created_at
        and (of_person.kept_sid is null or authorization_grant.sid is distinct from of_person.kept_sid)
    left join grant_end as of_both on of_both.person_id = authorization_grant.person_id
        and of_both.client_id = authorization_grant.client_id and of_both.until >= authorization_grant.created_at
where authorization_grant.revoked_at is not null
   or of_person.until is not null
   or of_both.until is not null;
