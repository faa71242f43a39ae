-- The scopes of a reserved API are for clients of the settings, never for ones that register themselves.
alter table resource add column reserved boolean not null default false;

-- A client that the settings declare: made and changed at the start, and by nothing else.
alter table client add column declared boolean not null default false;
