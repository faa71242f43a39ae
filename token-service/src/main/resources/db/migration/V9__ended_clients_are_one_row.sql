-- A client that was deleted stands in ended_client, which refuses it new grants and ends those it had.
create or replace view ended_grant as
select token_grant.id, token_grant.status_index
from token_grant
    left join grant_revocation on grant_revocation.grant_id = token_grant.id
    left join ended_client on ended_client.client_id = token_grant.client_id
    left join grant_end as of_person on of_person.client_id is null
        and of_person.person_id = token_grant.person_id and of_person.until >= token_grant.granted_at
        and (of_person.kept_sid is null or token_grant.sid is distinct from of_person.kept_sid)
    left join grant_end as of_both on of_both.person_id = token_grant.person_id
        and of_both.client_id = token_grant.client_id and of_both.until >= token_grant.granted_at
where grant_revocation.grant_id is not null
   or ended_client.client_id is not null
   or of_person.until is not null
   or of_both.until is not null;

drop index grant_end_client;
delete from grant_end where person_id is null;
alter table grant_end alter column person_id set not null;
