-- A chain of keys for each algorithm: two of them may begin to sign at the same time.
alter table signing_key drop constraint signing_key_signs_from_key;
alter table signing_key add constraint signing_key_begins_alone unique (algorithm, signs_from);
