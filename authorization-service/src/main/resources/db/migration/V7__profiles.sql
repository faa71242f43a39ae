-- What people say of themselves, OpenID Connect Core 1.0 §5.1; the columns username and display_name
-- are its preferred_username and name.
alter table person
    add column email                 text,
    add column email_verified        boolean     not null default false,
    add column phone_number_verified boolean     not null default false,
    add column updated_at            timestamptz not null default now();

-- An address that was proved to be one person's is no other's.
create unique index person_verified_email on person (lower(email)) where email_verified;
create index person_email on person (lower(email));

create table person_attribute (
    person_id uuid not null references person on delete cascade,
    name      text not null,
    value     text not null,
    primary key (person_id, name)
);
