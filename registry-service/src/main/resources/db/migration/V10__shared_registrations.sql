-- The SHA-256 of what a public client registered: whoever registers the same is given the same client.
alter table client add column fingerprint text unique;
