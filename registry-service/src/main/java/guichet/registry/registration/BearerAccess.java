package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.WWW_AUTHENTICATE;

import guichet.kit.error.ErrorBody;
import guichet.oauth.OAuthError.InvalidToken;
import guichet.oauth.OpaqueToken;
import guichet.oauth.RefusalLog;
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

    /** No token came, or none would do: no error code in the challenge, RFC 6750 §3.1. */
    static RestResponse<ErrorBody> missing(InvalidToken error, String issuer) {
        return refused(error, issuer, "Bearer");
    }

    /** The token is not good. */
    static RestResponse<ErrorBody> invalid(InvalidToken error, String issuer) {
        String challenge =
                "Bearer error=\"%s\", error_uri=\"%s\""
                        .formatted(error.code(), error.reason().page(issuer));
        return refused(error, issuer, challenge);
    }

    private static RestResponse<ErrorBody> refused(
            InvalidToken error, String issuer, String challenge) {
        RefusalLog.answered(error);
        return ResponseBuilder.create(Status.UNAUTHORIZED, ErrorBody.of(error, issuer))
                .header(WWW_AUTHENTICATE, challenge)
                .header(CACHE_CONTROL, "no-store")
                .build();
    }
}
