package guichet.token.refresh;

import guichet.token.grant.Grant;
import java.time.Instant;

/**
 * A refresh token that we issued and whose grant is alive.
 *
 * @param isSpent whether it was exchanged for its successor
 * @param expiresAt when it will have lain idle for too long
 */
public record KnownRefreshToken(
        Grant grant, boolean isSpent, Instant issuedAt, Instant expiresAt) {}
