package guichet.authorization.people.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import org.jboss.logging.Logger;

/**
 * Argon2id, RFC 9106, with the parameters that OWASP recommends: 19 MiB, two passes, one lane, a
 * salt of 16 bytes. Each implementation reads what another one made, which names its parameters.
 */
sealed interface Argon2id {
    int MEMORY_KIB = 19_456;
    int PASSES = 2;
    int LANES = 1;
    int SALT_BYTES = 16;
    int HASH_BYTES = 32;

    String hash(String password);

    boolean matches(String password, String hash);

    /** What hashes fastest on this machine; tried out, since a library may not be loaded. */
    static Argon2id fastest() {
        try {
            var ofItsAuthors = new Native();
            ofItsAuthors.hash("");
            return ofItsAuthors;
        } catch (LinkageError unusable) {
            Logger.getLogger(Argon2id.class)
                    .warnf("passwords are hashed in Java, which takes longer: %s", unusable);
            return new InJava();
        }
    }

    /** The library of its authors, which needs no compiler to warm up. */
    final class Native implements Argon2id {
        private final Argon2Advanced library =
                Argon2Factory.createAdvanced(Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);

        @Override
        public String hash(String password) {
            return library.hash(PASSES, MEMORY_KIB, LANES, password.getBytes(UTF_8));
        }

        @Override
        public boolean matches(String password, String hash) {
            return library.verify(hash, password.getBytes(UTF_8));
        }
    }

    /** For other machines. */
    final class InJava implements Argon2id {
        private static final Argon2Function FUNCTION =
                Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

        @Override
        public String hash(String password) {
            return Password.hash(password).addRandomSalt(SALT_BYTES).with(FUNCTION).getResult();
        }

        @Override
        public boolean matches(String password, String hash) {
            return Password.check(password, hash).with(FUNCTION);
        }
    }
}
