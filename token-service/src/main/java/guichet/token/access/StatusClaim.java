package guichet.token.access;

import guichet.token.grant.StatusIndex;
import java.util.Map;

/** The claim {@code status} of an access token, Token Status List §6.1: where its grant stands. */
final class StatusClaim {
    private static final String PATH = "/status-lists/";

    private StatusClaim() {}

    static Map<String, Object> of(String issuer, StatusIndex status) {
        return Map.of(
                "status_list",
                Map.of("idx", status.position(), "uri", issuer + PATH + status.list()));
    }
}
