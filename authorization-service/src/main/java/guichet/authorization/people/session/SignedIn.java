package guichet.authorization.people.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in at a browser, how and since when.
 *
 * @param authTime to the microsecond, so that it can be told whether it was before a request
 * @param amr the methods by which they proved who they are, RFC 8176
 * @param acr the class of that, OpenID Connect Core §2
 * @param sid what applications are told of the session
 * @param browserState what the browser's cookie for {@code check_session_iframe} holds
 * @param locale what they say is their language, BCP 47; null if they say nothing, or have only
 *     just signed in
 */
public record SignedIn(
        UUID personId,
        String displayName,
        Instant authTime,
        List<String> amr,
        String acr,
        UUID sid,
        String browserState,
        @Nullable String locale) {
    public SignedIn {
        amr = List.copyOf(amr);
    }

    Optional<String> findLocale() {
        return Optional.ofNullable(locale);
    }
}
