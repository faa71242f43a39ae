-- When a client was registered last: a public one that is registered again is that client. It expires by that.
alter table client add column registered_at timestamptz;
update client set registered_at = issued_at;
alter table client alter column registered_at set default now();
alter table client alter column registered_at set not null;
