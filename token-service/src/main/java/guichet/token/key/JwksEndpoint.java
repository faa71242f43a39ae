package guichet.token.key;

import static jakarta.ws.rs.core.HttpHeaders.ACCEPT;
import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.VARY;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.kit.http.KeptAnswer;
import guichet.oauth.http.CacheControl;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The JWK Set, RFC 7517 §5: the public keys with which anybody validates our tokens. */
@Path("/jwks")
@PermitAll
class JwksEndpoint {
    private final KeyRing keys;
    private final String cacheControl;

    JwksEndpoint(KeyRing keys, KeyConfig config) {
        this.keys = keys;
        this.cacheControl = CacheControl.keptFor(config.jwksCache());
    }

    @GET
    @Produces({"application/jwk-set+json", APPLICATION_JSON}) // many validators ask for the latter
    @NonBlocking
    public RestResponse<String> jwks(@Context HttpHeaders request) {
        List<String> published = keys.publicJwks();
        return KeptAnswer.confirmOr(
                        () -> set(published), Integer.toHexString(published.hashCode()), request)
                .header(CACHE_CONTROL, cacheControl)
                .header(VARY, ACCEPT)
                .build();
    }

    private static String set(List<String> published) {
        return "{\"keys\":[%s]}".formatted(String.join(",", published));
    }
}
