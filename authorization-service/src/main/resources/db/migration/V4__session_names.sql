-- What applications are told of a session: ID tokens name it, and messages that it has ended.
alter table session add column sid uuid not null unique default gen_random_uuid();
