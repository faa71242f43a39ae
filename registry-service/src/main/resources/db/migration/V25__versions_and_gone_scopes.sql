-- Versions are never given twice: what is made again under a name has none that another one had before.
create sequence version_number;
select setval('version_number', greatest(1, (select max(version) from resource), (select max(version) from client)));

-- Scopes that the settings took away, and since when they had been on offer: the same API may have them again.
create table gone_scope (
    name       text        not null,
    -- The API that had it: what it is called, and what tokens name.
    resource   text        not null,
    identifier text        not null,
    since      timestamptz not null,
    gone_at    timestamptz not null,
    primary key (name, identifier)
);
create index gone_scope_age on gone_scope (gone_at);

-- Which clients mean an API is asked when that is to go.
create index client_default_resource on client ((metadata ->> 'default_resource'))
    where metadata ->> 'default_resource' is not null;
