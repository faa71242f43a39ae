package guichet.resource;

import guichet.oauth.Scope;
import java.time.Instant;

/**
 * An access token that passed every check of RFC 9068 §4; only {@link AccessTokenVerifier} makes
 * one.
 */
public final class VerifiedAccessToken {
    private final String subject;
    private final String clientId;
    private final Scope scope;
    private final Instant expiresAt;

    VerifiedAccessToken(String subject, String clientId, Scope scope, Instant expiresAt) {
        this.subject = subject;
        this.clientId = clientId;
        this.scope = scope;
        this.expiresAt = expiresAt;
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

    /** Whether the application acts for itself, RFC 9068 §2.2. */
    public boolean actsAsApplication() {
        return subject.equals(clientId);
    }
}
