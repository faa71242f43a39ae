package guichet.authorization.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a person proved who they are.
 *
 * @param amr the methods, RFC 8176
 * @param acr the class of it, OpenID Connect Core §2
 * @param sid the session that it began; empty for a password that an application passed on
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Authentication(Instant authTime, List<String> amr, String acr, Optional<UUID> sid) {
    /** The {@code acr} of a sign-in by name and password, the only one there is. */
    public static final String BY_PASSWORD = "urn:guichet:acr:password";

    private static final List<String> PASSWORD = List.of("pwd");

    public Authentication {
        amr = List.copyOf(amr);
    }

    /** By name and password, in a session. */
    public static Authentication byPassword(Instant authTime, UUID sid) {
        return new Authentication(authTime, PASSWORD, BY_PASSWORD, Optional.of(sid));
    }

    /** By name and password, through an application, RFC 6749 §4.3. */
    public static Authentication byPassword(Instant authTime) {
        return new Authentication(authTime, PASSWORD, BY_PASSWORD, Optional.empty());
    }
}
