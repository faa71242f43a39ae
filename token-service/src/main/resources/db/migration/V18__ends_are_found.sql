-- Each is built while others read and write. One that was broken off is there and of no use: it is made anew.
drop index concurrently if exists grant_revocation_told_by;
create index concurrently grant_revocation_told_by on grant_revocation (told_by);
drop index concurrently if exists grant_end_told_by;
create index concurrently grant_end_told_by on grant_end (told_by);
drop index concurrently if exists ended_client_told_by;
create index concurrently ended_client_told_by on ended_client (told_by);
drop index concurrently if exists ended_session_told_by;
create index concurrently ended_session_told_by on ended_session (told_by);
drop index concurrently if exists ended_scope_told_by;
create index concurrently ended_scope_told_by on ended_scope (told_by);
drop index concurrently if exists ended_resource_told_by;
create index concurrently ended_resource_told_by on ended_resource (told_by);

-- What an end ends is found by it.
drop index concurrently if exists token_grant_person;
create index concurrently token_grant_person on token_grant (person_id, client_id) where person_id is not null;
drop index concurrently if exists token_grant_session;
create index concurrently token_grant_session on token_grant (sid) where sid is not null;
drop index concurrently if exists token_grant_scope;
create index concurrently token_grant_scope on token_grant using gin (string_to_array(scope, ' '));
drop index concurrently if exists token_grant_audience;
create index concurrently token_grant_audience on token_grant using gin (string_to_array(audience, ' ')) where audience is not null;
