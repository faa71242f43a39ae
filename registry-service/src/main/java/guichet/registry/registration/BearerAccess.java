package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.WWW_AUTHENTICATE;

import guichet.kit.error.ErrorBody;
import guichet.oauth.OpaqueToken;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** Tokens that open the endpoints of registration, RFC 6750 §2.1, and their refusal, §3. */
final class BearerAccess {
    private static final String BEARER = "bearer ";

    private BearerAccess() {}

    /** The token of the header; empty when there is none or the scheme is another. */
    static Optional<OpaqueToken> token(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> OpaqueToken.of(it.substring(BEARER.length()).strip()));
    }

    static RestResponse<ErrorBody> refused(String challenge, String description) {
        return ResponseBuilder.create(
                        Status.UNAUTHORIZED, new ErrorBody("invalid_token", description))
                .header(WWW_AUTHENTICATE, challenge)
                .header(CACHE_CONTROL, "no-store")
                .build();
    }
}
