package guichet.authorization.session;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is signed in at a browser, and since when.
 *
 * @param authTime to the microsecond, so that it can be told whether it was before a request
 * @param sid what applications are told of the session
 * @param browserState what the browser's cookie for {@code check_session_iframe} holds
 */
public record SignedIn(
        UUID personId, String displayName, Instant authTime, UUID sid, String browserState) {}
