-- The account with which a person wants to go on, for a request that demands a choice.
alter table pending_request add column chosen_person_id uuid references person on delete cascade;
