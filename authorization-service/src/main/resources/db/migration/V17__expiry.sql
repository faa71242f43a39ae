-- Until when a grant can be used; it is kept a little longer. The default is for the grants that are there and for a
-- replica that does not know the column: a lifetime that somebody set is not known here.
alter table authorization_grant add column expires_at timestamptz not null default now() + interval '1 year';
create index authorization_grant_expiry on authorization_grant (expires_at);
create index authorization_grant_revoked on authorization_grant (revoked_at) where revoked_at is not null;

-- Whether a person made the account themselves; of those that are there, nobody knows.
alter table person add column signed_up boolean not null default false;
create index person_unproved on person (created_at) where signed_up and not email_verified;

-- What is deleted finds what hangs on it.
create index authorization_code_grant on authorization_code (grant_id);
create index session_person on session (person_id);
create index pending_request_chosen_person on pending_request (chosen_person_id) where chosen_person_id is not null;

-- What has expired is found by when.
create index session_idle on session (used_at);
create index sign_in_throttle_age on sign_in_throttle (blocked_until);
create index mail_count_age on mail_count (since);

-- The clients for which people approved something.
create index consent_client on consent (client_id);
create index consent_claim_client on consent_claim (client_id);
