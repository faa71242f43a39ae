-- As which client the API itself asks token-service about tokens; null when it validates offline.
alter table resource add column client_id text references client on delete set null;
