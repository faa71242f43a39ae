-- The moments at which the database was set back to an earlier one, as the settings say: what is to be done then is done once.
create table restoration (
    restored_at timestamptz primary key
);
