package guichet.resource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * Where a token says that its grant stands, Token Status List §6.1.
 *
 * @param uri the list
 * @param index the position in it
 * @param issuedAt when the token was issued: its grant was good then
 * @param expiresAt until when the token may come
 */
public record StatusReference(String uri, long index, Instant issuedAt, Instant expiresAt) {

    /**
     * What the claim {@code status} names; empty for a token without one.
     *
     * @param claims of a token that is checked but for this
     */
    static Optional<StatusReference> of(JwtClaims claims) throws MalformedClaimException {
        if (!claims.hasClaim("status")) {
            return Optional.empty();
        }
        if (claims.getClaimValue("status", Map.class).get("status_list") instanceof Map<?, ?> list
                && list.get("uri") instanceof String uri
                && list.get("idx") instanceof Long index
                && index >= 0) {
            return Optional.of(
                    new StatusReference(
                            uri,
                            index,
                            Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                            Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        }
        throw new MalformedClaimException("status has no status_list with idx and uri");
    }
}
