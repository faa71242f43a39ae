package guichet.token.status;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/**
 * A status list as it is served.
 *
 * @param revoked the positions of revoked grants
 * @param kid the key that signed it
 * @param token the signed list; public
 */
record PublishedList(BitSet revoked, String kid, Instant signedAt, String token) {
    /** Well before it expires, so that whoever holds one may go on through an outage of hours. */
    private static final Duration SIGNED_ANEW = Duration.ofHours(1);

    /** Whether it may go on being served: nothing in it has changed, nor was the clock set back. */
    boolean stillSays(BitSet revokedNow, String signingKid, Instant now) {
        return revoked.equals(revokedNow)
                && kid.equals(signingKid)
                && !now.isBefore(signedAt)
                && now.isBefore(signedAt.plus(SIGNED_ANEW));
    }

    /** Tells one signature of the list from the next. */
    String etag() {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
