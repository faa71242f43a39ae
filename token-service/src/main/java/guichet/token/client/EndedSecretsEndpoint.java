package guichet.token.client;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** Is told by the registry that a client secret ended at once, {@code docs/internal-api.md}. */
@Path("/internal/ended-secrets/{sha256}")
@CallableBy("registry")
@RunOnVirtualThread
class EndedSecretsEndpoint {
    private final EndedSecrets secrets;

    EndedSecretsEndpoint(EndedSecrets secrets) {
        this.secrets = secrets;
    }

    @PUT
    public void end(@RestPath String sha256) {
        secrets.end(sha256);
    }
}
