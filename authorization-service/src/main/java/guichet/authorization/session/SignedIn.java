package guichet.authorization.session;

import java.time.Instant;
import java.util.UUID;

/** Who is signed in at a browser, and since when. */
public record SignedIn(UUID personId, String displayName, Instant authTime) {}
