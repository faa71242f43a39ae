package guichet.resource;

import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * Where a token says that its grant stands, Token Status List §6.1.
 *
 * @param uri the list
 * @param index the position in it
 */
record StatusReference(String uri, long index) {

    /** What the claim {@code status} names; empty for a token without one. */
    static Optional<StatusReference> of(JwtClaims claims) throws MalformedClaimException {
        if (!claims.hasClaim("status")) {
            return Optional.empty();
        }
        return Optional.of(read(claims.getClaimValue("status", Map.class).get("status_list")));
    }

    private static StatusReference read(@Nullable Object reference) throws MalformedClaimException {
        if (reference instanceof Map<?, ?> members
                && members.get("uri") instanceof String uri
                && members.get("idx") instanceof Long index
                && index >= 0) {
            return new StatusReference(uri, index);
        }
        throw new MalformedClaimException("status has no status_list with idx and uri");
    }
}
