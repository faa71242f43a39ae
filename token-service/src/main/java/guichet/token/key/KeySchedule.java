package guichet.token.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which key of a chain does what, and when: pure time, the same in every replica. A chain has its
 * next key announced at all times, so that validators know it long before it is needed.
 *
 * @param announcement how long a key is published at least before it signs
 * @param rotation how long a key signs
 * @param lastToken how long after its last signature a key is still needed
 */
record KeySchedule(Duration announcement, Duration rotation, Duration lastToken) {
    /** The schedule of settings that go together. */
    static KeySchedule of(KeyConfig config, Duration accessTokenLifetime) {
        return new KeySchedule(
                KeyTimes.announcement(config),
                config.rotation(),
                accessTokenLifetime.plus(config.jwksCache()));
    }

    /** The key that signs now: of those whose time has come, the latest. */
    Optional<SigningKey> signing(List<SigningKey> chain, Instant now) {
        return chain.reversed().stream().filter(key -> !key.isAnnounced(now)).findFirst();
    }

    /** The key that signs next. */
    Optional<SigningKey> next(List<SigningKey> chain, Instant now) {
        return chain.stream().filter(key -> key.isAnnounced(now)).findFirst();
    }

    /** When a key that is announced now may sign at the earliest. */
    Instant announced(Instant now) {
        return now.plus(announcement);
    }

    /** When the successor of a key that begins to sign then takes over. */
    Instant after(Instant signsFrom) {
        return signsFrom.plus(rotation);
    }

    /**
     * From when the key that is to be announced now signs; empty while one is.
     *
     * @param latest when the last key of the chain begins to sign
     */
    Optional<Instant> due(Instant latest, Instant now) {
        return latest.isAfter(now)
                ? Optional.empty()
                : Optional.of(later(after(latest), announced(now)));
    }

    /** The keys whose last token has expired: the successor has signed for long enough. */
    List<SigningKey> forgettable(List<SigningKey> chain, Instant now) {
        return chain.stream().filter(key -> isOver(key, chain, now)).toList();
    }

    /** Whether a key is due or forgettable in any chain. */
    boolean asksForWork(KnownKeys keys, Instant now) {
        return Arrays.stream(SignatureAlgorithm.values())
                .filter(keys::isInUse)
                .anyMatch(algorithm -> asksForWork(keys.chain(algorithm), now));
    }

    private boolean asksForWork(List<SigningKey> chain, Instant now) {
        return chain.isEmpty()
                || due(chain.getLast().signsFrom(), now).isPresent()
                || !forgettable(chain, now).isEmpty();
    }

    private boolean isOver(SigningKey key, List<SigningKey> chain, Instant now) {
        int successor = chain.indexOf(key) + 1;
        return successor < chain.size()
                && chain.get(successor).signsFrom().plus(lastToken).isBefore(now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
