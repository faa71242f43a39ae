-- What administrators say of a person to the APIs that want to know. A person has none until they do.
alter table person add column roles  text[] not null default '{}',
                   add column groups text[] not null default '{}';
