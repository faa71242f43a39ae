-- A client in use is asked about again: one whose last grant is long over goes. Nobody looked until now.
alter table client add column last_used_at timestamptz;
update client set last_used_at = now() where in_use_since is not null and registered_openly and not declared;
create index client_used on client (client_id) where last_used_at is not null;
