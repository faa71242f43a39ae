package guichet.authorization.person;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import guichet.oauth.OAuthError.TemporarilyUnavailable;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane. No more are hashed
 * at once than there are processors; who waits too long is told to come back.
 */
@ApplicationScoped
class Passwords {
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final int LONGEST_WAIT_SECONDS = 5;

    private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors());
    private final String nobodysHash = hash(OpaqueToken.random("nobody").reveal());

    String hash(String password) {
        return bounded(
                () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult());
    }

    /** Whether it is the password of this hash; without a hash it is not, in the same time. */
    boolean matches(String password, Optional<String> hash) {
        boolean matches =
                bounded(() -> Password.check(password, hash.orElse(nobodysHash)).with(ARGON2ID));
        return matches && hash.isPresent();
    }

    private <T> T bounded(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (permits.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TemporarilyUnavailable("too many passwords are being checked").refuse();
    }
}
