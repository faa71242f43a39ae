-- Single claims that people approved, beside those that scopes open: kept like scopes, and apart from them, since
-- some have the same names.
create table consent_claim (
    person_id  uuid        not null references person on delete cascade,
    client_id  text        not null,
    claim      text        not null,
    granted_at timestamptz not null,
    primary key (person_id, client_id, claim)
);

-- Which of them an authorization was given. None of before: what they ask for by name was on no page.
alter table authorization_grant add column approved_claims text[] not null default '{}';
