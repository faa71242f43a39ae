-- Which transaction told of an end. Whoever has seen what those before it told reads the rest alone: a status list costs what
-- has ended since it was read, and not what there is. Ends from before this column are in whatever is read first.
-- Nobody waits for these tables longer than for a moment, whoever else holds one of them: rather, this is tried again.
set local lock_timeout = '1s';
alter table grant_revocation add column told_by xid8;
alter table grant_end add column told_by xid8;
alter table ended_client add column told_by xid8;
alter table ended_session add column told_by xid8;
alter table ended_scope add column told_by xid8;
alter table ended_resource add column told_by xid8;

alter table grant_revocation alter column told_by set default pg_current_xact_id();
alter table grant_end alter column told_by set default pg_current_xact_id();
alter table ended_client alter column told_by set default pg_current_xact_id();
alter table ended_session alter column told_by set default pg_current_xact_id();
alter table ended_scope alter column told_by set default pg_current_xact_id();
alter table ended_resource alter column told_by set default pg_current_xact_id();

-- A later end takes the place of an earlier one, in versions too that know nothing of this column.
create function told_again() returns trigger language plpgsql as
$$
begin
    new.told_by := pg_current_xact_id();
    return new;
end
$$;
create trigger grant_end_told_again before update on grant_end for each row execute function told_again();
create trigger ended_scope_told_again before update on ended_scope for each row execute function told_again();
create trigger ended_resource_told_again before update on ended_resource for each row execute function told_again();
