-- The moments at which the database was set back to an earlier one, as the settings say: what is to be done then is done once.
create table restoration (
    restored_at timestamptz primary key
);

-- Places that may have been given to grants which a restoration has lost: nobody gets them again, and who has a token of such
-- a grant is told that it has ended.
create table lost_place (
    first      bigint      primary key,
    past       bigint      not null,
    -- No token that names one lives longer.
    expires_at timestamptz not null
);
