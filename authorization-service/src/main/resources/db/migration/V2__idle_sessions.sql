-- A session ends when it was not used for a while, too.
alter table session add column used_at timestamptz;
update session set used_at = auth_time;
alter table session alter column used_at set not null;
