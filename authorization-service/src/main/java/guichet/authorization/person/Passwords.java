package guichet.authorization.person;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import guichet.oauth.OpaqueToken;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;

/**
 * Argon2id with the parameters OWASP recommends: 19 MiB, two passes, one lane, on threads of their
 * own.
 */
@Startup // so that the first attempt of all takes no longer than any other
@ApplicationScoped
class Passwords {
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    private final HashingThreads threads;
    private final String nobodysHash;

    Passwords(HashingThreads threads) {
        this.threads = threads;
        this.nobodysHash = hash(OpaqueToken.random("nobody").reveal());
    }

    String hash(String password) {
        return threads.run(() ->
                Password.hash(normalized(password))
                        .addRandomSalt(SALT_BYTES)
                        .with(ARGON2ID)
                        .getResult());
    }

    /** Whether it is the password of this hash; without a hash it is not, in the same time. */
    boolean matches(String password, Optional<String> hash) {
        boolean matches =
                threads.run(() ->
                        Password.check(normalized(password), hash.orElse(nobodysHash))
                                .with(ARGON2ID));
        return matches && hash.isPresent();
    }

    /** RFC 8265 §4.2: keyboards differ in how they compose a letter, people do not see it. */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Form.NFC);
    }
}
