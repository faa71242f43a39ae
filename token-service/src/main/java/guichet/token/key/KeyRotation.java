package guichet.token.key;

import guichet.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds, advances and removes keys; one replica at a time, which the database sees to, so that
 * others find either all or nothing of it done.
 */
@ApplicationScoped
class KeyRotation {
    private final Clock clock;
    private final StoredKeys stored;

    KeyRotation(Clock clock, StoredKeys stored) {
        this.clock = clock;
        this.stored = stored;
    }

    /** Encrypts under the present key of the settings what another one encrypted. */
    @Transactional
    void encryptAnew() {
        stored.lock();
        int keys = stored.encryptAnew();
        if (keys > 0) {
            Audit.info("%d signing keys encrypted under another key", keys);
        }
    }

    /**
     * Adds the first or the next key of each algorithm in use when it is due, and forgets old ones.
     */
    @Transactional
    void keep(KeySchedule schedule) {
        Instant now = lock();
        KnownKeys keys = stored.load();
        // An algorithm that is added to a running suite: validators have copies without it.
        Instant begin = keys.isEmpty() ? now : schedule.announced(now);
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            List<SigningKey> chain = keys.chain(algorithm);
            if (keys.isInUse(algorithm)) {
                Instant latest =
                        chain.isEmpty() ? add(algorithm, now, begin) : chain.getLast().signsFrom();
                schedule.due(latest, now).ifPresent(signsFrom -> add(algorithm, now, signsFrom));
                schedule.forgettable(chain, now).forEach(this::forget);
            }
        }
    }

    /**
     * Takes an algorithm into use. Its first key signs at once: nothing can be valid by it that was
     * not, and a validator looks for a key that it does not know. The others are announced like
     * any. Who comes second, in this replica or another one, finds it done. It is done before
     * whoever asks signs with it, whatever becomes of their own transaction.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void begin(SignatureAlgorithm algorithm, KeySchedule schedule) {
        Instant now = lock();
        begin(algorithm, stored.load(), now);
        keep(schedule);
    }

    private void begin(SignatureAlgorithm algorithm, KnownKeys keys, Instant now) {
        if (!keys.isInUse(algorithm)) {
            add(algorithm, now, now);
        }
    }

    /**
     * Has the next key of each of these algorithms sign as soon as it has been announced for long
     * enough, which as a rule is now, and announces another one. Who sees the keys before and after
     * finds a new one even when the next one has to wait; asking again meanwhile adds none.
     *
     * @return the names of the keys that were added
     */
    @Transactional
    Set<String> advance(Set<SignatureAlgorithm> algorithms, KeySchedule schedule) {
        Instant now = lock();
        KnownKeys keys = stored.load();
        for (SignatureAlgorithm algorithm : algorithms) {
            begin(algorithm, keys, now);
            List<SigningKey> chain = keys.chain(algorithm);
            schedule.next(chain, now).ifPresent(next -> advance(next, chain, schedule, now));
        }
        keep(schedule);
        return stored.load().kidsBeside(keys);
    }

    private void advance(
            SigningKey next, List<SigningKey> chain, KeySchedule schedule, Instant now) {
        Instant announced = schedule.announced(next.createdAt());
        Instant signsFrom = announced.isBefore(now) ? now : announced;
        if (signsFrom.isBefore(next.signsFrom())) {
            stored.advance(next.kid(), signsFrom);
            Audit.info(
                    "signing key %s of %s signs from %s: rotated on demand",
                    next.kid(), next.algorithm().value(), signsFrom);
        }
        if (signsFrom.isAfter(now) && chain.getLast().equals(next)) {
            add(next.algorithm(), now, schedule.after(signsFrom));
        }
    }

    /**
     * Takes a key away at once, whatever its state; if it was signing, the next one takes over,
     * announced for long enough or not.
     *
     * @return false if there is no such key
     */
    @Transactional
    boolean withdraw(String kid, KeySchedule schedule) {
        Instant now = lock();
        KnownKeys keys = stored.load();
        Optional<SigningKey> found = keys.find(kid);
        found.ifPresent(key -> withdraw(key, keys.chain(key.algorithm()), schedule, now));
        return found.isPresent();
    }

    private void withdraw(
            SigningKey key, List<SigningKey> chain, KeySchedule schedule, Instant now) {
        stored.deleteById(key.kid());
        Audit.warn("signing key %s of %s withdrawn", key.kid(), key.algorithm().value());
        if (schedule.signing(chain, now).filter(key::equals).isPresent()) {
            schedule.next(chain, now)
                    .ifPresentOrElse(
                            next -> takeOver(next, now), () -> add(key.algorithm(), now, now));
        }
        keep(schedule);
    }

    private void takeOver(SigningKey next, Instant now) {
        stored.advance(next.kid(), now);
        Audit.info("signing key %s takes over at once", next.kid());
    }

    /** Waits for a replica that is at it; the time is taken after that. */
    private Instant lock() {
        stored.lock();
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant add(SignatureAlgorithm algorithm, Instant now, Instant signsFrom) {
        var key = SigningKey.generate(algorithm, now, signsFrom);
        stored.add(key);
        Audit.info(
                "signing key %s announced for %s, signs from %s",
                key.kid(), algorithm.value(), signsFrom);
        return signsFrom;
    }

    private void forget(SigningKey key) {
        stored.deleteById(key.kid());
        Audit.info("signing key %s retired: its last token has expired", key.kid());
    }
}
