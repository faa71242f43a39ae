-- How the person of a session proved who they are. The defaults are what was so until now, and what an older version writes.
alter table session add column amr text[] not null default '{pwd}',
                    add column acr text   not null default 'urn:guichet:acr:password';
