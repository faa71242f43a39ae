package guichet.token.grant;

import static guichet.kit.audit.AuditEvent.GRANTS_ENDED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.REASON;
import static guichet.kit.audit.AuditField.SESSION;

import guichet.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * The ends of many grants at once. Each is one row, which whoever looks at a grant reads: it takes
 * as long for forty thousand grants as for one.
 */
@ApplicationScoped
class GrantEnds {
    /** When the last grant expires of those that were made, or are being made. */
    private static final String LAST_EXPIRY =
            "(select greatest(cast(:expiryOfNew as timestamptz), max(expires_at)) from token_grant)";

    /** The later of two ends says it all: the session that it keeps began after the earlier one. */
    private static final String END =
            "insert into grant_end (person_id, client_id, kept_sid, until, expires_at)"
                    + " values (:person, :client, :kept, :until, "
                    + LAST_EXPIRY
                    + ") on conflict (person_id, client_id) do update"
                    + " set kept_sid = excluded.kept_sid, until = excluded.until,"
                    + " expires_at = excluded.expires_at where grant_end.until < excluded.until";

    /** For good: a client_id is never given twice. */
    private static final String END_CLIENT =
            "insert into ended_client (client_id, ended_at, expires_at) values (:client, :now, "
                    + LAST_EXPIRY
                    + ") on conflict do nothing";

    /** For good: a session that is over is never taken up again. */
    private static final String END_SESSIONS =
            "insert into ended_session (sid, offline_access, ended_at, expires_at)"
                    + " select distinct sid, :offlineToo, cast(:now as timestamptz), "
                    + LAST_EXPIRY
                    + " from unnest(cast(:sids as uuid[])) as sid on conflict do nothing returning sid";

    private static final String END_SCOPES =
            "insert into ended_scope (scope, until, expires_at)"
                    + " select distinct scope, cast(:until as timestamptz), "
                    + LAST_EXPIRY
                    + " from unnest(cast(:scopes as text[])) as scope on conflict (scope) do update"
                    + " set until = excluded.until, expires_at = excluded.expires_at"
                    + " where ended_scope.until < excluded.until returning scope";

    /** Applications' own grants have an audience and no scope. */
    private static final String END_AT_RESOURCE =
            "insert into ended_resource (resource, until, expires_at) values (:resource, :until, "
                    + LAST_EXPIRY
                    + ") on conflict (resource) do update"
                    + " set until = excluded.until, expires_at = excluded.expires_at"
                    + " where ended_resource.until < excluded.until";

    private final EntityManager database;
    private final Clock clock;
    private final GrantConfig config;
    private final Event<GrantsEnded> grantsEnded;
    private final Audit audit;

    GrantEnds(
            EntityManager database,
            Clock clock,
            GrantConfig config,
            Event<GrantsEnded> grantsEnded,
            Audit audit) {
        this.database = database;
        this.clock = clock;
        this.config = config;
        this.grantsEnded = grantsEnded;
        this.audit = audit;
    }

    /** Ends grants of a person, known here or not; repeats change nothing. */
    @Transactional
    void end(GrantEnd end) {
        int rows =
                statement(END)
                        .setParameter("person", end.personId())
                        .setParameter("client", end.clientId().orElse(null))
                        .setParameter("kept", end.keptSid().orElse(null))
                        .setParameter("until", end.until())
                        .executeUpdate();
        if (rows > 0) {
            audit.tell(
                    GRANTS_ENDED,
                    PERSON.is(end.personId()),
                    CLIENT.is(end.clientId()),
                    REASON.is(end.reason()));
            grantsEnded.fire(new GrantsEnded.OfPeople());
        }
    }

    /** Ends all grants of a client and keeps it from new ones; repeats change nothing. */
    @Transactional
    void endClient(String clientId) {
        int rows =
                statement(END_CLIENT)
                        .setParameter("client", clientId)
                        .setParameter("now", clock.instant())
                        .executeUpdate();
        if (rows > 0) {
            audit.tell(GRANTS_ENDED, CLIENT.is(clientId), REASON.is("the client was deleted"));
        }
        grantsEnded.fire(new GrantsEnded.OfAnybody());
    }

    /**
     * Ends what was granted in sessions, or will be by a code under way; repeats change nothing.
     */
    @Transactional
    void endSessions(EndedSessions ended) {
        List<?> added =
                statement(END_SESSIONS)
                        .setParameter("sids", ended.sids().toArray(UUID[]::new))
                        .setParameter("offlineToo", ended.offlineAccess())
                        .setParameter("now", clock.instant())
                        .getResultList();
        added.forEach(sid -> audit.tell(GRANTS_ENDED, SESSION.is(sid), REASON.is(ended.reason())));
        if (!added.isEmpty()) {
            grantsEnded.fire(new GrantsEnded.OfPeople());
        }
    }

    /**
     * Ends all grants that have one of these scopes, and those of applications for themselves at
     * their API; repeats change nothing.
     */
    @Transactional
    void endScopes(EndedScopes ended) {
        List<?> added =
                statement(END_SCOPES)
                        .setParameter("scopes", ended.scopes().toArray(String[]::new))
                        .setParameter("until", ended.until())
                        .getResultList();
        int rows =
                statement(END_AT_RESOURCE)
                        .setParameter("resource", ended.resource())
                        .setParameter("until", ended.until())
                        .executeUpdate();
        added.forEach(scope ->
                audit.tell(GRANTS_ENDED, REASON.is("%s is on offer no more".formatted(scope))));
        if (rows > 0) {
            audit.tell(
                    GRANTS_ENDED, REASON.is("%s has scopes no more".formatted(ended.resource())));
        }
        if (rows > 0 || !added.isEmpty()) {
            grantsEnded.fire(new GrantsEnded.OfAnybody());
        }
    }

    private Query statement(String sql) {
        return database.createNativeQuery(sql)
                .setParameter("expiryOfNew", clock.instant().plus(config.lifetime()));
    }
}
