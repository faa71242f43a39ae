package guichet.registry.signing;

import guichet.oauth.SignatureAlgorithms;
import guichet.registry.tokenservice.TokenService;
import guichet.registryclient.ClientMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Tells token-service which algorithms clients registered for, each once. */
@ApplicationScoped
public class SigningAlgorithms {
    private static final Logger LOG = Logger.getLogger(SigningAlgorithms.class);

    private final TokenService tokenService;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    SigningAlgorithms(TokenService tokenService) {
        this.tokenService = tokenService;
    }

    /** Tells of those that this client registered for and that are not in use at any rate. */
    public void announce(ClientMetadata client) {
        Stream.of(
                        Stream.of(client.openId().idTokenSignedResponseAlg()),
                        client.openId().userinfoSignedResponseAlg().stream(),
                        client.introspectionSignedResponseAlg().stream())
                .flatMap(algorithms -> algorithms)
                .filter(algorithm -> !SignatureAlgorithms.ALWAYS_OURS.contains(algorithm))
                .filter(algorithm -> !told.contains(algorithm))
                .distinct()
                .forEach(this::tell);
    }

    /** A registration does not fail for it: the first signature makes the keys at the latest. */
    private void tell(String algorithm) {
        try {
            tokenService.provide(algorithm);
            told.add(algorithm);
        } catch (RuntimeException unheard) {
            LOG.warnf("token-service was not told of %s: %s", algorithm, unheard);
        }
    }
}
