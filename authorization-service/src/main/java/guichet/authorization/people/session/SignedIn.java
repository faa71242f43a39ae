package guichet.authorization.people.session;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who is signed in at a browser, how and since when.
 *
 * @param authTime to the microsecond, so that it can be told whether it was before a request
 * @param amr the methods by which they proved who they are, RFC 8176
 * @param acr the class of that, OpenID Connect Core §2
 * @param sid what applications are told of the session
 * @param browserState what the browser's cookie for {@code check_session_iframe} holds
 */
public record SignedIn(
        UUID personId,
        String displayName,
        Instant authTime,
        List<String> amr,
        String acr,
        UUID sid,
        String browserState) {
    public SignedIn {
        amr = List.copyOf(amr);
    }
}
