package guichet.authorization.protocol.grant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.people.session.SignInMethod;
import guichet.authorization.people.session.SignedIn;
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
    public Authentication {
        amr = List.copyOf(amr);
    }

    /** That of who is signed in. */
    public static Authentication of(SignedIn person) {
        return new Authentication(
                person.authTime(), person.amr(), person.acr(), Optional.of(person.sid()));
    }

    /** One without a session: the password came through an application, RFC 6749 §4.3. */
    public static Authentication by(SignInMethod method, Instant authTime) {
        return new Authentication(authTime, method.amr(), method.acr(), Optional.empty());
    }
}
