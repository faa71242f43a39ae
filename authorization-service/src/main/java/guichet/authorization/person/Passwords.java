package guichet.authorization.person;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane. Only so many are
 * hashed at once; who waits too long for a turn is told to come back.
 */
@Startup // so that the first attempt of all takes no longer than any other
@ApplicationScoped
class Passwords {
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    private final Semaphore permits;
    private final Duration patience;
    private final String nobodysHash;

    Passwords(PasswordConfig config) {
        int hashes = config.concurrentHashes().orElse(Runtime.getRuntime().availableProcessors());
        if (hashes < 1) {
            throw new IllegalStateException("guichet.password.concurrent-hashes: one at least");
        }
        this.permits = new Semaphore(hashes);
        this.patience = config.patience();
        this.nobodysHash = hash(OpaqueToken.random("nobody").reveal());
    }

    String hash(String password) {
        return bounded(() ->
                Password.hash(normalized(password))
                        .addRandomSalt(SALT_BYTES)
                        .with(ARGON2ID)
                        .getResult());
    }

    /** Whether it is the password of this hash; without a hash it is not, in the same time. */
    boolean matches(String password, Optional<String> hash) {
        boolean matches =
                bounded(() ->
                        Password.check(normalized(password), hash.orElse(nobodysHash))
                                .with(ARGON2ID));
        return matches && hash.isPresent();
    }

    /** RFC 8265 §4.2: keyboards differ in how they compose a letter, people do not see it. */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Form.NFC);
    }

    /** Work that costs as much as a hash, done when it is its turn. */
    <T> T bounded(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Reason.SERVICE_BUSY.refuse("too many passwords are being checked");
    }
}
