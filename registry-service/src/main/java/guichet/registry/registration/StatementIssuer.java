package guichet.registry.registration;

import guichet.kit.foreign.ForeignJwt;
import guichet.kit.foreign.ForeignKeys;
import guichet.outside.PublishedKeys;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.util.List;
import org.jboss.logging.Logger;

/** Somebody whose software statements are believed, with the keys that sign them. */
sealed interface StatementIssuer {
    /** The {@code iss} of the statements. */
    String name();

    /** The keys with which this may be signed; empty when they cannot be had. */
    List<Key> fitting(ForeignJwt statement);

    /** One whose keys the settings hold. */
    record WithKeys(String name, ForeignKeys keys) implements StatementIssuer {
        @Override
        public List<Key> fitting(ForeignJwt statement) {
            return keys.fitting(statement);
        }
    }

    /** One that publishes its keys. */
    record Publishing(String name, URI jwksUri, PublishedKeys published)
            implements StatementIssuer {
        private static final Logger LOG = Logger.getLogger(StatementIssuer.class);

        @Override
        public List<Key> fitting(ForeignJwt statement) {
            try {
                return published.fitting(name, jwksUri, statement);
            } catch (IOException e) {
                LOG.warnf("no keys of issuer %s: %s", name, e.getMessage());
                return List.of();
            }
        }
    }
}
