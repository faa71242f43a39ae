package guichet.registry.registration;

import guichet.kit.outside.PublishedKeys;
import java.io.IOException;
import java.net.URI;
import java.security.Key;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Somebody whose software statements are believed, with the keys that sign them. */
sealed interface StatementIssuer extends VerificationKeyResolver {
    /** The {@code iss} of the statements. */
    String name();

    /** The keys with which this may be signed. */
    List<JsonWebKey> fitting(JsonWebSignature jws) throws IOException, JoseException;

    @Override
    default Key resolveKey(JsonWebSignature jws, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        try {
            return fitting(jws).stream()
                    .findFirst()
                    .map(JsonWebKey::getKey)
                    .orElseThrow(() -> new UnresolvableKeyException("no key fits"));
        } catch (IOException | JoseException e) {
            Logger.getLogger(StatementIssuer.class)
                    .warnf("no keys of issuer %s: %s", name(), e.getMessage());
            throw new UnresolvableKeyException("no keys", e);
        }
    }

    /** One whose keys the settings hold. */
    record WithKeys(String name, List<JsonWebKey> keys) implements StatementIssuer {
        @Override
        public List<JsonWebKey> fitting(JsonWebSignature jws) throws JoseException {
            return new VerificationJwkSelector().selectList(jws, keys);
        }
    }

    /** One that publishes its keys. */
    record Publishing(String name, URI jwksUri, PublishedKeys published)
            implements StatementIssuer {
        @Override
        public List<JsonWebKey> fitting(JsonWebSignature jws) throws IOException, JoseException {
            return published.fitting(jwksUri, jws);
        }
    }
}
