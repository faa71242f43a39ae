package guichet.token.key;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The JWK Set, RFC 7517 §5: the public keys with which anybody validates our tokens. */
@Path("/jwks")
class JwksEndpoint {
    private final KeyRing keys;
    private final String cacheControl;

    JwksEndpoint(KeyRing keys, KeyConfig config) {
        this.keys = keys;
        this.cacheControl = "public, max-age=" + config.jwksCache().toSeconds();
    }

    @GET
    @Produces({"application/jwk-set+json", APPLICATION_JSON}) // many validators ask for the latter
    @NonBlocking
    public RestResponse<String> jwks() {
        String body = "{\"keys\":[%s]}".formatted(String.join(",", keys.publicJwks()));
        return ResponseBuilder.ok(body).header(CACHE_CONTROL, cacheControl).build();
    }
}
