package guichet.token.grant;

import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Clients that were deleted: their grants have ended and no new one is made. */
@ApplicationScoped
class EndedClients {
    private static final Logger AUDIT = Logger.getLogger("guichet.audit");

    private static final String END =
            "insert into ended_client (client_id, ended_at) values (:client, :now)"
                    + " on conflict do nothing";

    private static final String REVOKE =
            """
            insert into grant_revocation (grant_id, revoked_at, reason)
            select id, :now, 'client deleted' from token_grant where client_id = :client
            on conflict do nothing
            """;

    private final EntityManager database;
    private final Clock clock;
    private final Event<GrantRevoked> revoked;

    EndedClients(EntityManager database, Clock clock, Event<GrantRevoked> revoked) {
        this.database = database;
        this.clock = clock;
        this.revoked = revoked;
    }

    /** Ends all grants of a client and keeps it from new ones; repeats change nothing. */
    @Transactional
    void end(String clientId) {
        execute(END, clientId);
        int grants = execute(REVOKE, clientId);
        AUDIT.infof("client %s deleted, %d grants revoked", clientId, grants);
        revoked.fire(new GrantRevoked());
    }

    /**
     * Ends the request if the client was deleted.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client}
     */
    void refuse(String clientId) {
        boolean ended =
                !database.createNativeQuery("select 1 from ended_client where client_id = :client")
                        .setParameter("client", clientId)
                        .getResultList()
                        .isEmpty();
        if (ended) {
            throw Reason.CLIENT_AUTHENTICATION_FAILED.refuse("deleted client %s", clientId);
        }
    }

    private int execute(String statement, String clientId) {
        return database.createNativeQuery(statement)
                .setParameter("client", clientId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
