package guichet.token.identity;

import guichet.oauth.OpaqueToken;
import guichet.token.identity.IdTokenHintEndpoint.Hint;
import guichet.token.key.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Reads ID tokens that we issued, expired ones too: as a hint they are still good, §3.1.2.1. */
@ApplicationScoped
class IdTokenReader {
    private static final int FOREVER_SECONDS = Integer.MAX_VALUE;

    private final KeyRing keys;

    IdTokenReader(KeyRing keys) {
        this.keys = keys;
    }

    /** What the token says; empty unless we signed it, as an ID token. */
    Optional<Hint> read(OpaqueToken token) {
        try {
            return read(claims(token));
        } catch (InvalidJwtException | MalformedClaimException _) {
            return Optional.empty();
        }
    }

    /** A signed userinfo answer is no ID token: it does not say for whom it was made, azp. */
    private static Optional<Hint> read(JwtClaims claims) throws MalformedClaimException {
        String subject = claims.getSubject();
        Optional<String> sid = Optional.ofNullable(claims.getStringClaimValue("sid"));
        return Optional.ofNullable(claims.getStringClaimValue("azp"))
                .map(clientId -> new Hint(subject, clientId, sid));
    }

    private JwtClaims claims(OpaqueToken token) throws InvalidJwtException {
        return keys.reader(IdTokens.TYPE)
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(FOREVER_SECONDS)
                .build()
                .processToClaims(token.reveal());
    }
}
