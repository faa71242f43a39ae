-- APIs are declared by the settings or made by an administrator: none is written by a migration any more.
alter table resource
    -- Made and changed at the start, and by nothing else.
    add column declared              boolean not null default false,
    -- What a request means that names neither an API nor a scope: one at most.
    add column is_default            boolean not null default false,
    -- In seconds; null for as long as any other tokens.
    add column access_token_lifetime bigint check (access_token_lifetime > 0),
    -- What tokens say of the person, as far as the client may know it.
    add column access_token_claims   text[]  not null default '{}',
    -- Who changes it says which version they saw.
    add column version               bigint  not null default 1,
    -- The settings may name a client before it is declared, and one that is gone asks about nothing.
    drop constraint resource_client_id_fkey;
create unique index resource_default on resource (is_default) where is_default;

-- Who registered without a scope had all of them so far.
alter table resource_scope
    add column by_default boolean not null default true,
    add column words      jsonb,
    -- When it came on offer: what people approved before was another API's. What they approved so far counts.
    add column since      timestamptz not null default 'epoch';
alter table resource_scope
    alter column by_default set default false,
    alter column since drop default;
update resource_scope set words = jsonb_build_object('en', description);
alter table resource_scope
    alter column words set not null,
    drop column description;

-- Which clients have a scope of an API is asked when that is to go.
create index client_scope on client using gin (string_to_array(metadata ->> 'scope', ' '));
