-- Whoever asks for a status list has all of its grants looked at. APIs and scopes that are on offer no more are few, mostly
-- none: where there is none nothing is compared, else with all of them at once, and one by one only what names one.
create or replace view ended_grant as
select token_grant.id, token_grant.status_index
from token_grant
    left join grant_revocation on grant_revocation.grant_id = token_grant.id
    left join ended_client on ended_client.client_id = token_grant.client_id
    left join ended_session on ended_session.sid = token_grant.sid
        and (ended_session.offline_access or 'offline_access' <> all (string_to_array(token_grant.scope, ' ')))
    left join grant_end as of_person on of_person.client_id is null
        and of_person.person_id = token_grant.person_id and of_person.until >= token_grant.granted_at
        and (of_person.kept_sid is null or token_grant.sid is distinct from of_person.kept_sid)
    left join grant_end as of_both on of_both.person_id = token_grant.person_id
        and of_both.client_id = token_grant.client_id and of_both.until >= token_grant.granted_at
where grant_revocation.grant_id is not null
   or ended_client.client_id is not null
   or ended_session.sid is not null
   or of_person.until is not null
   or of_both.until is not null
   or (exists (select 1 from ended_scope)
       and string_to_array(token_grant.scope, ' ') && (select array_agg(scope) from ended_scope)
       and exists (select 1 from ended_scope
                   where ended_scope.until >= token_grant.granted_at
                     and ended_scope.scope = any (string_to_array(token_grant.scope, ' '))))
   or (exists (select 1 from ended_resource)
       and token_grant.audience is not null
       and string_to_array(token_grant.audience, ' ') && (select array_agg(resource) from ended_resource)
       and exists (select 1 from ended_resource
                   where ended_resource.until >= token_grant.granted_at
                     and ended_resource.resource = any (string_to_array(token_grant.audience, ' '))));
