-- When a public client was first known to have finished a flow; those that never do expire.
alter table client add column in_use_since timestamptz;
create index client_unfinished on client (client_id) where in_use_since is null;
