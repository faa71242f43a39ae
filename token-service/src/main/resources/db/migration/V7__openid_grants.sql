-- Which APIs the client named, how the person signed in, and in which session.
alter table token_grant add column resources text[] not null default '{}',
                        add column acr text,
                        add column sid uuid;
