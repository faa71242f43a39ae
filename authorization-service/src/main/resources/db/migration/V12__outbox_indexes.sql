-- Who signs out waits while the messages of the session are found, whatever else is waiting.
create index outbox_payload on outbox using gin (payload jsonb_path_ops);

-- How old the oldest message is, is asked every ten seconds.
create index outbox_asked on outbox (asked_at);
