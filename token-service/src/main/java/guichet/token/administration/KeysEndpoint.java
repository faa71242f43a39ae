package guichet.token.administration;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.token.key.DescribedKey;
import guichet.token.key.KeyControl;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The signing keys, for administrators, {@code docs/keys.md}. */
@Path("/admin/keys")
@Produces(APPLICATION_JSON)
@ForAdministrators("keys:admin")
@RunOnVirtualThread
class KeysEndpoint {
    private final KeyControl keys;

    KeysEndpoint(KeyControl keys) {
        this.keys = keys;
    }

    @GET
    public RestResponse<Keys> list() {
        return answer();
    }

    /** Rotates on demand: those of one algorithm, or of the two that sign by default. */
    @POST
    public RestResponse<Keys> rotate(@RestQuery Optional<String> algorithm) {
        keys.rotate(algorithm);
        return answer();
    }

    /** Withdraws a key at once. */
    @DELETE
    @Path("{kid}")
    public RestResponse<Keys> withdraw(@RestPath String kid) {
        if (!keys.withdraw(kid)) {
            throw new NotFoundException();
        }
        return answer();
    }

    private RestResponse<Keys> answer() {
        return ResponseBuilder.ok(new Keys(keys.describe()))
                .header(CACHE_CONTROL, "no-store")
                .build();
    }

    /** The keys as they stand after the call. */
    record Keys(List<DescribedKey> keys) {}
}
