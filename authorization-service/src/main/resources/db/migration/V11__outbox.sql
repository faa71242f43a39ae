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
select gen_random_uuid(), 'grants-ended', grant_id,
       jsonb_build_object('grant_ids', jsonb_build_array(grant_id), 'reason', reason), ended_at, ended_at, 0
from grant_end_to_tell;

insert into outbox (id, kind, recipient, payload, asked_at, due_at, attempts)
select id, 'back-channel-logout', client_id,
       jsonb_build_object('client_id', client_id, 'subject', subject, 'sid', sid), ended_at, due_at, attempts
from back_channel_logout;

insert into outbox (id, kind, recipient, payload, asked_at, due_at, attempts)
select id, 'letter', lower(address),
       jsonb_build_object('letter', letter, 'person_id', person_id, 'address', address), asked_at, due_at, attempts
from mail_to_send;

drop table grant_end_to_tell;
drop table back_channel_logout;
drop table mail_to_send;
