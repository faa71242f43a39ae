-- The administration of the suite itself, as an API of its own. Runs again whenever its text or the issuer changes.
insert into resource (name, identifier, title, reserved)
values ('administration', '${issuer}/admin', 'Guichet administration', true)
on conflict (name) do update set identifier = excluded.identifier,
                                 title      = excluded.title,
                                 reserved   = excluded.reserved;

insert into resource_scope (name, resource, position, description, granted_to)
values ('keys:admin', 'administration', 1, 'Rotate and withdraw signing keys', '{application}'),
       ('people:admin', 'administration', 2, 'Manage the accounts of people', '{application}'),
       ('registry:admin', 'administration', 3, 'Decide who may register applications', '{application}')
on conflict (name) do update set resource    = excluded.resource,
                                 position    = excluded.position,
                                 description = excluded.description,
                                 granted_to  = excluded.granted_to;
