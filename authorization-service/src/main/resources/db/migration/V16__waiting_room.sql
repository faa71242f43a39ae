-- What waits takes room: its texts, and about as much as a row with its indexes takes besides. Replicas of the version
-- before write rows from no network.
alter table pending_request
    add column network text,
    add column bytes integer not null generated always as (500 + octet_length(request)) stored;
alter table pending_logout
    add column network text,
    add column bytes integer not null generated always as (500
        + coalesce(octet_length(post_logout_redirect_uri), 0) + coalesce(octet_length(state), 0)) stored;

create index pending_request_room on pending_request (network, bytes);
create index pending_logout_room on pending_logout (network, bytes);
