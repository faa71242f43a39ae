-- How old the oldest message is, is asked every ten seconds.
create index outbox_asked on outbox (asked_at);
