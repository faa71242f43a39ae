package guichet.registryclient;

import guichet.kit.audit.StrangersLog;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJwt;
import guichet.kit.foreign.ForeignKeys;
import guichet.outside.PublishedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.Key;
import java.util.List;
import org.jboss.logging.Logger;

/** The public keys of clients: those that they registered, or those that they publish. */
@ApplicationScoped
public class ClientKeys {
    private static final Logger LOG = Logger.getLogger(ClientKeys.class);

    private final PublishedKeys published;

    ClientKeys(PublishedKeys published) {
        this.published = published;
    }

    @Produces
    @Singleton
    static StrangersLog log() {
        return StrangersLog.of(ClientKeys.class);
    }

    /** The keys of the client with which this may be signed; empty when they cannot be had. */
    public List<Key> of(RegisteredClient client, ForeignJwt jwt) {
        try {
            return client.metadata().jwksUri().isPresent()
                    ? published.fitting(client.clientId(), client.metadata().jwksUri().get(), jwt)
                    : registered(client).fitting(jwt);
        } catch (IOException | ForeignFault e) {
            LOG.warnf("no keys of client %s: %s", client.clientId(), e.getMessage());
            return List.of();
        }
    }

    private static ForeignKeys registered(RegisteredClient client) throws ForeignFault {
        return client.metadata().jwks().isPresent()
                ? ForeignKeys.read(client.metadata().jwks().get())
                : ForeignKeys.NONE;
    }
}
