package guichet.token.refresh;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows that {@link RefreshTokens} keeps. */
@ApplicationScoped
class RefreshTokenRows implements PanacheRepositoryBase<RefreshToken, String> {
    /** The token of a grant that is good at this moment. */
    Optional<RefreshToken> findGood(UUID grantId, Instant now) {
        return find("grantId = ?1 and spentAt is null and idleExpiresAt > ?2", grantId, now)
                .firstResultOptional();
    }
}
