-- Whether anybody could have registered it: such a client expires unless it is seen in use. Of those that are
-- there already, the public ones go on expiring, and whoever has a secret stays.
alter table client add column registered_openly boolean not null default false;
update client set registered_openly = true where token_endpoint_auth_method = 'none' and not declared;
