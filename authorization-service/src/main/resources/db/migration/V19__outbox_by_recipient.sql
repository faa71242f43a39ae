-- Some kinds have a bound for each recipient: what waits for one is counted when something is added.
create index outbox_recipient on outbox (kind, recipient, asked_at);
