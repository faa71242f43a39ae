package guichet.authorization.people.person;

import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Optional;

/** How passwords are kept: as hashes, which are made on threads of their own. */
@Startup // so that the first attempt of all takes no longer than any other
@ApplicationScoped
class Passwords {
    private final HashingThreads threads;
    private final Argon2id argon2id = Argon2id.fastest();
    private final String nobodysHash;

    Passwords(HashingThreads threads) {
        this.threads = threads;
        // Not by the threads, whose patience is with people: a start must not depend on it.
        this.nobodysHash = argon2id.hash(OpaqueToken.random(TokenKind.PASSWORD_OF_NOBODY).reveal());
    }

    String hash(String password) {
        return threads.run(() -> argon2id.hash(normalized(password)));
    }

    /** Whether it is the password of this hash; without a hash it is not, in the same time. */
    boolean matches(String password, Optional<String> hash) {
        String present = hash.orElse(nobodysHash);
        boolean matches = threads.run(() -> argon2id.matches(normalized(password), present));
        return matches && hash.isPresent();
    }

    /** RFC 8265 §4.2: keyboards differ in how they compose a letter, people do not see it. */
    private static String normalized(String password) {
        return Normalizer.normalize(password, Form.NFC);
    }
}
