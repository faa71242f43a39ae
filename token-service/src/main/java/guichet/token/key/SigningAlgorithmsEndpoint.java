package guichet.token.key;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Is told by the registry that a client registered for an algorithm, {@code docs/internal-api.md}:
 * its keys are published before the first token comes.
 */
@Path("/internal/signing-algorithms/{algorithm}")
@CallableBy("registry")
@RunOnVirtualThread
class SigningAlgorithmsEndpoint {
    private final KeyRing keys;

    SigningAlgorithmsEndpoint(KeyRing keys) {
        this.keys = keys;
    }

    @PUT
    public void provide(@RestPath String algorithm) {
        keys.provide(algorithm);
    }
}
