package guichet.authorization.protocol.logout;

import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.SessionClient;
import guichet.oauth.FormEncoding;
import guichet.oauth.OAuthException;
import guichet.registryclient.LogoutMetadata;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The addresses that the browser loads when a session is over, Front-Channel Logout 1.0 §3. */
@ApplicationScoped
class FrontChannel {
    private static final Logger LOG = Logger.getLogger(FrontChannel.class);

    private final Grants grants;
    private final RegisteredClients clients;
    private final String issuer;

    FrontChannel(
            Grants grants,
            RegisteredClients clients,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.grants = grants;
        this.clients = clients;
        this.issuer = issuer;
    }

    /** One for each client that wants it and that the session signed in to. */
    List<URI> addressesOf(UUID sid) {
        return grants.clientsOfSessions(List.of(sid)).stream()
                .map(SessionClient::clientId)
                .distinct()
                .flatMap(this::registered)
                .flatMap(client -> address(client.metadata().logout(), sid).stream())
                .toList();
    }

    /** While the registry is away nobody is kept from signing out. */
    private Stream<RegisteredClient> registered(String clientId) {
        try {
            return clients.find(clientId).stream();
        } catch (OAuthException unknown) {
            LOG.warnf(
                    "client %s is not told in the browser: %s", clientId, unknown.error().cause());
            return Stream.empty();
        }
    }

    private Optional<URI> address(LogoutMetadata client, UUID sid) {
        return client.frontchannelLogoutUri()
                .map(uri ->
                        client.frontchannelLogoutSessionRequired() ? withSession(uri, sid) : uri);
    }

    private URI withSession(URI uri, UUID sid) {
        URI withIssuer = FormEncoding.addedTo(uri.toString(), Map.of("iss", issuer));
        return FormEncoding.addedTo(withIssuer.toString(), Map.of("sid", sid.toString()));
    }
}
