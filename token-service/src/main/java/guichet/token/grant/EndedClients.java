package guichet.token.grant;

import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Clients that were deleted: a code or a request that is under way gives them nothing more. */
@ApplicationScoped
class EndedClients {
    private final EntityManager database;

    EndedClients(EntityManager database) {
        this.database = database;
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
}
