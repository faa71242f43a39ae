-- Messages that must arrive, each kept in the transaction of what it tells. What had a table of its own moves in.
create table outbox (
    id        uuid        primary key,
    kind      text        not null,
    -- Recipients are served in turn.
    recipient text        not null,
    payload   jsonb       not null,
    asked_at  timestamptz not null,
    due_at    timestamptz not null,
    attempts  int         not null
);

create index outbox_due on outbox (kind, due_at);

insert into outbox (id, kind, recipient, payload, asked_at, due_at, attempts)
select gen_random_uuid(), 'client-deleted', client_id, jsonb_build_object('client_id', client_id),
       deleted_at, deleted_at, 0
from deletion_to_tell;

drop table deletion_to_tell;
