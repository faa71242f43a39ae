-- What a client may ask the authorization endpoint for, RFC 7591 §2; until now that followed from its grant types.
alter table client add column response_types text[] not null default '{}';
update client set response_types = '{code}' where 'authorization_code' = any (grant_types);
alter table client alter column response_types drop default;
