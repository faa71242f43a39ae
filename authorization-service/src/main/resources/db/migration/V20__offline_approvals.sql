-- When a scope, or a single claim, was last approved together with offline_access: without that it is not for use without the
-- person. Of before nobody knows what was approved with what: who asks for offline_access asks the person once more.
alter table consent add column offline_granted_at timestamptz;
alter table consent_claim add column offline_granted_at timestamptz;
