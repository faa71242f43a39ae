package guichet.registry.initialaccesstoken;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.oauth.OpaqueToken;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as an administrator sees it.
 *
 * @param initialAccessToken the token itself, in the answer to its making only
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record DescribedToken(
        UUID id,
        @Nullable String initialAccessToken,
        String note,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Integer usesLeft) {

    static DescribedToken of(InitialAccessToken stored) {
        return of(stored, null);
    }

    static DescribedToken of(InitialAccessToken stored, @Nullable OpaqueToken token) {
        return new DescribedToken(
                stored.id,
                token == null ? null : token.reveal(),
                stored.note,
                stored.createdAt,
                stored.expiresAt,
                stored.usesLeft);
    }

    @Override
    public String toString() {
        return "DescribedToken[%s]".formatted(id);
    }
}
