package guichet.token.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which key does what, and when: pure time, the same in every replica.
 *
 * @param announcement how long a key is published before it signs
 * @param rotation how long a key signs
 * @param lastToken how long after its last signature a key is still needed
 */
record KeySchedule(Duration announcement, Duration rotation, Duration lastToken) {
    KeySchedule {
        if (rotation.compareTo(announcement) <= 0) {
            throw new IllegalStateException(
                    "guichet.token.key.rotation: must be longer than a key is announced, "
                            + announcement);
        }
    }

    /** The key that signs now: of those whose time has come, the latest. */
    Optional<SigningKey> signing(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .max(Comparator.comparing(SigningKey::signsFrom));
    }

    /** When the next key has to sign, if it is time to announce it. */
    Optional<Instant> due(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .map(SigningKey::signsFrom)
                .max(Comparator.naturalOrder())
                .map(latest -> latest.plus(rotation))
                .filter(next -> !next.minus(announcement).isAfter(now))
                .map(next -> later(next, now.plus(announcement)));
    }

    /** The keys whose last token has expired: the successor has signed for long enough. */
    List<String> forgettable(List<SigningKey> keys, Instant now) {
        List<SigningKey> inOrder =
                keys.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
        return inOrder.stream()
                .filter(key -> successorOf(key, inOrder).map(it -> over(it, now)).orElse(false))
                .map(SigningKey::kid)
                .toList();
    }

    private static Optional<SigningKey> successorOf(SigningKey key, List<SigningKey> inOrder) {
        return inOrder.stream()
                .filter(other -> other.signsFrom().isAfter(key.signsFrom()))
                .findFirst();
    }

    private boolean over(SigningKey successor, Instant now) {
        return successor.signsFrom().plus(lastToken).isBefore(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
