package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.WWW_AUTHENTICATE;

import guichet.kit.error.ErrorBody;
import guichet.oauth.OAuthError;
import guichet.oauth.RefusalLog;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Refusals of who comes without a good token to the endpoints of registration, RFC 6750 §3. */
final class BearerRefusal {
    private BearerRefusal() {}

    /** No token came, or none would do: no error code in the challenge, RFC 6750 §3.1. */
    static RestResponse<ErrorBody> missing(OAuthError error, String issuer) {
        return refused(error, issuer, "Bearer");
    }

    /** The token is not good. */
    static RestResponse<ErrorBody> invalid(OAuthError error, String issuer) {
        String challenge =
                "Bearer error=\"%s\", error_uri=\"%s\""
                        .formatted(error.code(), error.reason().page(issuer));
        return refused(error, issuer, challenge);
    }

    private static RestResponse<ErrorBody> refused(
            OAuthError error, String issuer, String challenge) {
        RefusalLog.answered(error);
        return ResponseBuilder.create(Status.UNAUTHORIZED, ErrorBody.of(error, issuer))
                .header(WWW_AUTHENTICATE, challenge)
                .header(CACHE_CONTROL, "no-store")
                .build();
    }
}
