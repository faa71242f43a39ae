package guichet.registry.client;

import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Tells token-service the HMAC keys of a client that authenticates with {@code client_secret_jwt}.
 */
@Path("/internal/clients/{clientId}/shared-secrets")
@CallableBy("token")
@RunOnVirtualThread
class SharedSecretsEndpoint {
    private final ClientSecrets secrets;

    SharedSecretsEndpoint(ClientSecrets secrets) {
        this.secrets = secrets;
    }

    @GET
    @Transactional
    public List<String> secrets(@RestPath String clientId) {
        return secrets.shared(clientId);
    }
}
