package guichet.bench.machine;

import de.mkammerer.argon2.Argon2;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.time.Duration;

/** Argon2id as passwords are hashed: 19 MiB, twice, by the library of its authors. */
public final class Hashing {
    private static final int ITERATIONS = 2;
    private static final int KIBIBYTES = 19_456;
    private static final Argon2 ARGON2 = Argon2Factory.create(Argon2Types.ARGON2id);

    private Hashing() {}

    static Series milliseconds(Duration duration) {
        char[] password = "correct horse battery staple".toCharArray();
        return new Series(
                "Argon2id of 19 MiB, twice",
                "ms",
                Repeating.milliseconds(
                        duration, () -> ARGON2.hash(ITERATIONS, KIBIBYTES, 1, password)));
    }

    /** A password as it is stored. */
    public static String hash(String password) {
        return ARGON2.hash(ITERATIONS, KIBIBYTES, 1, password.toCharArray());
    }
}
