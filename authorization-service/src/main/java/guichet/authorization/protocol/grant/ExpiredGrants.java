package guichet.authorization.protocol.grant;

import guichet.kit.database.ExpiredRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Deletes grants that nobody can use any more, and ends that have no grant left to end. Whatever
 * somebody makes in a loop is gone a day later.
 */
@ApplicationScoped
class ExpiredGrants {
    /**
     * As long as codes are remembered, so that a replay is known as one; clocks of replicas and
     * tokens that outlive their grant have room in it.
     */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    /** The clients of a session are told that it is over, whatever has become of their grants. */
    private static final String WITHOUT_SESSION =
            " and not exists (select 1 from session where session.sid = %s.sid)";

    private static final String REVOKED =
            "revoked_at < ?" + WITHOUT_SESSION.formatted("authorization_grant");

    private static final String UNREDEEMED =
            "redeemed_at is null and created_at < ?"
                    + WITHOUT_SESSION.formatted("authorization_grant");

    private static final String COVERED =
            "covered.person_id = grant_end.person_id and covered.created_at <= grant_end.until"
                    + " and (grant_end.client_id is null or covered.client_id = grant_end.client_id)"
                    + " and (grant_end.kept_sid is null"
                    + " or covered.sid is distinct from grant_end.kept_sid)";

    private static final String ENDED_WITH_OTHERS =
            "id in (select covered.id from grant_end join authorization_grant as covered on "
                    + COVERED
                    + " where grant_end.until < ?"
                    + WITHOUT_SESSION.formatted("covered")
                    + ")";

    private static final String WITHOUT_GRANTS =
            "until < ? and not exists (select 1 from authorization_grant as covered where "
                    + COVERED
                    + ")";

    private final ExpiredRows rows;
    private final Clock clock;

    ExpiredGrants(DataSource database, Clock clock) {
        this.rows = new ExpiredRows(database);
        this.clock = clock;
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        Instant past = clock.instant().minus(REMEMBERED);
        rows.delete("authorization_grant", "expires_at < ?", past);
        rows.delete("authorization_grant", UNREDEEMED, past);
        rows.delete("authorization_grant", REVOKED, past);
        rows.delete("authorization_grant", ENDED_WITH_OTHERS, past);
        rows.delete("grant_end", WITHOUT_GRANTS, past);
    }
}
