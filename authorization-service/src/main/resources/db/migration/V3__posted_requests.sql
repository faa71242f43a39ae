-- Null for a request that another site posted: its browser is known when it follows the redirect.
alter table pending_request alter column browser_sha256 drop not null;
