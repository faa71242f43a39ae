package guichet.token.key;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** What an administrator is told of a key. */
@JsonNaming(SnakeCaseStrategy.class)
public record DescribedKey(
        String kid, String algorithm, KeyState state, Instant announcedAt, Instant signsFrom) {}
