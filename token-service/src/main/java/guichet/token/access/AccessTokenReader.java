package guichet.token.access;

import guichet.oauth.OpaqueToken;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Reads access tokens that we issued. */
@ApplicationScoped
public class AccessTokenReader {
    private final KeyRing keys;

    AccessTokenReader(KeyRing keys) {
        this.keys = keys;
    }

    /** What the token says; empty unless we signed it and it has not expired. */
    public Optional<ReadAccessToken> read(OpaqueToken token) {
        try {
            return Optional.of(
                    read(keys.reader(AccessTokens.TYPE).build().processToClaims(token.reveal())));
        } catch (InvalidJwtException | MalformedClaimException _) {
            return Optional.empty();
        }
    }

    private static ReadAccessToken read(JwtClaims claims) throws MalformedClaimException {
        return new ReadAccessToken(
                claims.getStringClaimValue("client_id"),
                StatusClaim.read(claims),
                Set.copyOf(claims.getAudience()),
                claims.getClaimsMap());
    }
}
