package guichet.token.authorization;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.token.grant.Grant;
import java.util.Map;
import java.util.Optional;

/** What became of a person's password, RFC 6749 §4.3.2. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "granted", value = Verification.Granted.class),
    @JsonSubTypes.Type(name = "refused", value = Verification.Refused.class),
    @JsonSubTypes.Type(name = "throttled", value = Verification.Throttled.class)
})
public sealed interface Verification {
    /**
     * It is the person's.
     *
     * @param idTokenClaims what the ID token says of the person; empty from an older
     *     authorization-service
     * @param accessTokenClaims what the access token may say of the person, of what was asked for;
     *     empty likewise
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Granted(
            Grant grant,
            Optional<Map<String, Object>> idTokenClaims,
            Optional<Map<String, Object>> accessTokenClaims)
            implements Verification {}

    /** It is not, or there is no such person. */
    record Refused() implements Verification {}

    /**
     * The username rests after too many attempts.
     *
     * @param retryAfter in seconds
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Throttled(long retryAfter) implements Verification {}
}
