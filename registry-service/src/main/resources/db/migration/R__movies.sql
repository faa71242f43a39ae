-- The movies API as it is offered. Runs again whenever its text or what the settings say of it changes.
insert into resource (name, identifier, title, signing_algorithm)
values ('movies', '${movies_identifier}', 'Movies', '${movies_signing_algorithm}')
on conflict (name) do update set identifier        = excluded.identifier,
                                 title             = excluded.title,
                                 signing_algorithm = excluded.signing_algorithm;

insert into resource_scope (name, resource, position, description, granted_to)
values ('movies:read', 'movies', 1, 'See the films on your list', '{person}'),
       ('movies:write', 'movies', 2, 'Add films to your list and take them off', '{person}'),
       ('stats:read', 'movies', 3, 'Read statistics on all lists, as the application itself', '{application}')
on conflict (name) do update set resource    = excluded.resource,
                                 position    = excluded.position,
                                 description = excluded.description,
                                 granted_to  = excluded.granted_to;
