package guichet.local.gateway;

import guichet.oauth.Reason;
import java.net.URI;

/** What the gateway itself answers, in the shape of RFC 6749 §5.2. */
final class Refusal {
    private Refusal() {}

    static String nothingHere(URI issuer) {
        return body(
                "invalid_request",
                "there is nothing at this address",
                Reason.ADDRESS_UNKNOWN.page(issuer.toString()));
    }

    static String away(URI issuer) {
        return body(
                "temporarily_unavailable",
                "the service does not answer: try again later",
                Reason.SERVICE_AWAY.page(issuer.toString()));
    }

    private static String body(String error, String description, String uri) {
        return "{\"error\":\"%s\",\"error_description\":\"%s\",\"error_uri\":\"%s\"}"
                .formatted(error, description, uri);
    }
}
