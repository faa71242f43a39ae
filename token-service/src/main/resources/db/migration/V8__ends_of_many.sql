-- Whose a grant is, whatever its client calls the person, and since when: by these the ends of many grants are told.
-- The default is for a replica that does not know the column yet.
alter table token_grant add column person_id  uuid,
                        add column granted_at timestamptz not null default now();
update token_grant set granted_at = created_at;
update token_grant set person_id = cast(subject as uuid)
where audience is null and subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

-- Whose the others are only authorization-service could tell: they end rather than stay out of reach.
insert into grant_revocation (grant_id, revoked_at, reason)
select id, now(), 'made before grants named their person' from token_grant
where audience is null and person_id is null
on conflict do nothing;

-- The end of all grants that were made until then: of one person or of everybody, at one client or at all of them.
create table grant_end (
    person_id  uuid,
    client_id  text,
    -- What was granted in this session goes on.
    kept_sid   uuid,
    until      timestamptz not null,
    -- No grant that it ends lives longer.
    expires_at timestamptz not null
);

create unique index grant_end_person_client on grant_end (person_id, client_id) nulls not distinct;
create index grant_end_client on grant_end (client_id) where person_id is null;
create index grant_end_expiry on grant_end (expires_at);

create index grant_revocation_age on grant_revocation (revoked_at);

-- Whom a new grant would be refused. What it had has a revocation each, until now.
alter table ended_client add column expires_at timestamptz not null default now() + interval '1 year';
update ended_client
set expires_at = greatest(ended_at, (select max(token_grant.expires_at) from token_grant));
create index ended_client_expiry on ended_client (expires_at);

-- The grants that have ended, in whichever way that was told.
create view ended_grant as
select token_grant.id, token_grant.status_index
from token_grant
    left join grant_revocation on grant_revocation.grant_id = token_grant.id
    left join grant_end as at_client on at_client.person_id is null
        and at_client.client_id = token_grant.client_id and at_client.until >= token_grant.granted_at
    left join grant_end as of_person on of_person.client_id is null
        and of_person.person_id = token_grant.person_id and of_person.until >= token_grant.granted_at
        and (of_person.kept_sid is null or token_grant.sid is distinct from of_person.kept_sid)
    left join grant_end as of_both on of_both.person_id = token_grant.person_id
        and of_both.client_id = token_grant.client_id and of_both.until >= token_grant.granted_at
where grant_revocation.grant_id is not null
   or at_client.until is not null
   or of_person.until is not null
   or of_both.until is not null;
