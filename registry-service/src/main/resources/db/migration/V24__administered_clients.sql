-- What administrators call an application that they keep; null for any other. Its client_id is never given twice.
alter table client
    add column administered_as text unique,
    add column version         bigint not null default 1;
