package guichet.registry.signing;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The internal API of token-service, {@code docs/internal-api.md}. */
@RegisterRestClient(configKey = "token")
@ClientHeaderParam(name = AUTHORIZATION, value = "Bearer ${guichet.internal.token.credential}")
@Path("/internal")
interface SigningApi {
    @PUT
    @Path("/signing-algorithms/{algorithm}")
    void provide(@RestPath String algorithm);
}
