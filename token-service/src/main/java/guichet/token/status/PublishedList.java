package guichet.token.status;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;

/**
 * A status list as it is served.
 *
 * @param revoked the positions of revoked grants
 * @param kid the key that signed it
 * @param checkedAt when the database last said the same
 * @param token the signed list; public
 */
record PublishedList(
        BitSet revoked, String kid, Instant signedAt, Instant checkedAt, String token) {
    /** How long a revocation by another replica may stay unseen here. */
    private static final Duration FRESH = Duration.ofMillis(250);

    /** Well before it expires, so that whoever holds one may go on through an outage of hours. */
    private static final Duration SIGNED_ANEW = Duration.ofHours(1);

    boolean isFresh(Instant now) {
        return isWithin(FRESH, checkedAt, now);
    }

    /** Whether it may go on being served: nothing in it has changed. */
    boolean stillSays(BitSet revokedNow, String signingKid, Instant now) {
        return revoked.equals(revokedNow)
                && kid.equals(signingKid)
                && isWithin(SIGNED_ANEW, signedAt, now);
    }

    /** False as well when the clock was set back. */
    private static boolean isWithin(Duration period, Instant start, Instant now) {
        return !now.isBefore(start) && now.isBefore(start.plus(period));
    }

    PublishedList checked(Instant now) {
        return new PublishedList(revoked, kid, signedAt, now, token);
    }

    /** Tells one signature of the list from the next. */
    String etag() {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
