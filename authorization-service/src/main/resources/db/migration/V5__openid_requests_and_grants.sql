-- A waiting request is kept whole, as JSON: nothing is looked up by what stands in it.
delete from pending_request;
alter table pending_request drop column client_id, drop column redirect_uri, drop column redirect_uri_given,
    drop column scope, drop column state, drop column code_challenge,
    add column request text not null;

-- How a client knows the person, where its tokens are good, what it wants to know, and how the person signed in.
alter table authorization_grant add column subject   text,
                                add column resources text[] not null default '{}',
                                add column claims    text   not null default '{"userinfo":{},"id_token":{}}',
                                add column amr       text[] not null default '{pwd}',
                                add column acr       text   not null default 'urn:guichet:acr:password',
                                add column sid       uuid;
update authorization_grant set subject = person_id::text;
alter table authorization_grant alter column subject set not null;

-- To be returned in the ID token of the code, and in no later one.
alter table authorization_code add column nonce text;
