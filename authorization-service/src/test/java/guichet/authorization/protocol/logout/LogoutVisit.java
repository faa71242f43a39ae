package guichet.authorization.protocol.logout;

import static guichet.authorization.protocol.flow.Visit.request;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.neighbour.TokenNeighbour;
import guichet.authorization.protocol.flow.Visit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;

/** What a session that signed in to clients knows, and what its clients hold. */
@Singleton
class LogoutVisit {
    static final String GOODBYE = "https://cine.example/goodbye";

    private final EntityManager database;

    LogoutVisit(EntityManager database) {
        this.database = database;
    }

    /** A client that may have people come back; {@code more} adds members, each with a comma. */
    static String client(String more) {
        return RegistryNeighbour.client(members(more));
    }

    /** What it registered of signing out. */
    static String members(String more) {
        return """
        "post_logout_redirect_uris": ["%s", "https://cine.example/bye?film=1"] %s,
        "backchannel_logout_session_required": true, "frontchannel_logout_session_required": %s\
        """
                .formatted(GOODBYE, more, !more.contains("sessionless"));
    }

    /** Signs alice in to this client. */
    static void signsIn(Visit visit, String client) {
        visit.authorizes(request(client));
    }

    /** Goes on to another client in the same session. */
    static void goesOnTo(Visit visit, String client) {
        var consent = visit.follows(visit.asks(request(client)));
        visit.submits(consent, Map.of("decision", "allow"));
    }

    /** The session in which this client was last signed in to. */
    UUID sidAt(String client) {
        return (UUID) grantOf("sid", client);
    }

    UUID grantAt(String client) {
        return (UUID) grantOf("id", client);
    }

    UUID personAt(String client) {
        return (UUID) grantOf("person_id", client);
    }

    /** As if the person had allowed it from the beginning. */
    void addOfflineAccess(UUID grant) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "update authorization_grant set scope = 'openid"
                                                + " offline_access' where id = :id")
                                .setParameter("id", grant)
                                .executeUpdate());
    }

    private Object grantOf(String column, String client) {
        return database.createNativeQuery(
                        "select %s from authorization_grant where client_id = :client"
                                        .formatted(column)
                                + " order by created_at desc limit 1",
                        UUID.class)
                .setParameter("client", client)
                .getSingleResult();
    }

    /** An ID token that the client got in that session. */
    String idTokenAt(String client) {
        return TokenNeighbour.idToken(client, "alice", sidAt(client));
    }

    boolean isSignedIn(Visit visit, String client) {
        Response answer = visit.asks(request(client));
        return answer.header("Location").contains("code=gac_");
    }
}
