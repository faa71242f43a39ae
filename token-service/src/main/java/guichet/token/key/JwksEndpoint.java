package guichet.token.key;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;

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
    public Response jwks(@Context Request request) {
        List<String> published = keys.publicJwks();
        var tag = new EntityTag(Integer.toHexString(published.hashCode()));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(set(published)) : unchanged;
        return answer.tag(tag).header(CACHE_CONTROL, cacheControl).build();
    }

    private static String set(List<String> published) {
        return "{\"keys\":[%s]}".formatted(String.join(",", published));
    }
}
