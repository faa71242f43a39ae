package guichet.token.access;

import guichet.token.grant.StatusIndex;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** The claim {@code status} of an access token, Token Status List §6.1: where its grant stands. */
final class StatusClaim {
    private static final String PATH = "/status-lists/";

    private StatusClaim() {}

    static Map<String, Object> of(String issuer, StatusIndex status) {
        return Map.of(
                "status_list",
                Map.of("idx", status.position(), "uri", issuer + PATH + status.list()));
    }

    /** Reads the claim of a token that we signed. */
    static StatusIndex read(JwtClaims claims) throws MalformedClaimException {
        if (claims.getClaimValue("status") instanceof Map<?, ?> status
                && status.get("status_list") instanceof Map<?, ?> reference
                && reference.get("idx") instanceof Long position
                && reference.get("uri") instanceof String uri) {
            return StatusIndex.at(uri, position);
        }
        throw new MalformedClaimException("an access token without a status");
    }
}
