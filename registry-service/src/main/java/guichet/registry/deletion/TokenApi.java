package guichet.registry.deletion;

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
interface TokenApi {
    @PUT
    @Path("/ended-clients/{id}")
    void end(@RestPath String id);
}
