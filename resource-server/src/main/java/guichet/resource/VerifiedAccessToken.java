package guichet.resource;

import guichet.oauth.Scope;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * An access token that passed every check of RFC 9068 §4; only {@link AccessTokenVerifier} makes
 * one.
 */
public final class VerifiedAccessToken {
    private final String subject;
    private final String clientId;
    private final Scope scope;
    private final Instant expiresAt;
    private final Optional<StatusReference> status;

    VerifiedAccessToken(JwtClaims claims) throws MalformedClaimException {
        String told = claims.getStringClaimValue("scope");
        this.subject = claims.getSubject();
        this.clientId = claims.getStringClaimValue("client_id");
        this.scope = told == null ? Scope.NONE : Scope.parse(told);
        this.expiresAt = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
        this.status = StatusReference.of(claims);
    }

    /** As whom it acts: a person's identifier, or the client's own. */
    public String subject() {
        return subject;
    }

    public String clientId() {
        return clientId;
    }

    public Scope scope() {
        return scope;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    Optional<StatusReference> status() {
        return status;
    }

    /** Whether the application acts for itself, RFC 9068 §2.2. */
    public boolean actsAsApplication() {
        return subject.equals(clientId);
    }
}
