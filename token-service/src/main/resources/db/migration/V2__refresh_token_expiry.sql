create index refresh_token_idle_expiry on refresh_token (idle_expires_at);
