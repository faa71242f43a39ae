package guichet.token.key;

import static guichet.kit.audit.AuditEvent.SIGNING_KEYS_ENCRYPTED_ANEW;
import static guichet.kit.audit.AuditEvent.SIGNING_KEY_ANNOUNCED;
import static guichet.kit.audit.AuditEvent.SIGNING_KEY_BROUGHT_FORWARD;
import static guichet.kit.audit.AuditEvent.SIGNING_KEY_RETIRED;
import static guichet.kit.audit.AuditField.ALGORITHM;
import static guichet.kit.audit.AuditField.COUNT;
import static guichet.kit.audit.AuditField.KEY;
import static guichet.kit.audit.AuditField.SIGNS_FROM;

import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
import guichet.kit.audit.Fact;
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
    private final Audit audit;

    KeyRotation(Clock clock, StoredKeys stored, Audit audit) {
        this.clock = clock;
        this.stored = stored;
        this.audit = audit;
    }

    /** Encrypts under the present key of the settings what another one encrypted. */
    @Transactional
    void encryptAnew() {
        stored.lock();
        int keys = stored.encryptAnew();
        if (keys > 0) {
            audit.tell(SIGNING_KEYS_ENCRYPTED_ANEW, COUNT.is(keys));
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
            bringForward(next, signsFrom);
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
        if (schedule.signing(chain, now).filter(key::equals).isPresent()) {
            schedule.next(chain, now)
                    .ifPresentOrElse(
                            next -> bringForward(next, now), () -> add(key.algorithm(), now, now));
        }
        keep(schedule);
    }

    private void bringForward(SigningKey next, Instant signsFrom) {
        stored.advance(next.kid(), signsFrom);
        tell(SIGNING_KEY_BROUGHT_FORWARD, next, SIGNS_FROM.is(signsFrom));
    }

    /** Waits for a replica that is at it; the time is taken after that. */
    private Instant lock() {
        stored.lock();
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Instant add(SignatureAlgorithm algorithm, Instant now, Instant signsFrom) {
        var key = SigningKey.generate(algorithm, now, signsFrom);
        stored.add(key);
        tell(SIGNING_KEY_ANNOUNCED, key, SIGNS_FROM.is(signsFrom));
        return signsFrom;
    }

    private void forget(SigningKey key) {
        stored.deleteById(key.kid());
        tell(SIGNING_KEY_RETIRED, key, SIGNS_FROM.is(key.signsFrom()));
    }

    private void tell(AuditEvent event, SigningKey key, Fact signsFrom) {
        audit.tell(event, KEY.is(key.kid()), ALGORITHM.is(key.algorithm().value()), signsFrom);
    }
}
