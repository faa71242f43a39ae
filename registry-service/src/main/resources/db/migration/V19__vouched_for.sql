-- By what somebody who is trusted here answers for a client and for where it leads people: INITIAL_ACCESS_TOKEN or
-- SOFTWARE_STATEMENT, or nobody. Of those that are there already it was not kept.
alter table client add column vouched_for_by text;
