package guichet.token.client;

import java.util.Set;
import java.util.TreeSet;

/** With which algorithms clients may sign their assertions, RFC 7518 §3.1 and RFC 8037. */
public final class AssertionAlgorithms {
    static final Set<String> WITH_SECRET = Set.of("HS256", "HS384", "HS512");
    static final Set<String> WITH_KEY_PAIR =
            Set.of(
                    "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512",
                    "EdDSA");

    /** Those of either kind. */
    public static final Set<String> ALL = all();

    private AssertionAlgorithms() {}

    private static Set<String> all() {
        var all = new TreeSet<>(WITH_SECRET);
        all.addAll(WITH_KEY_PAIR);
        return Set.copyOf(all);
    }
}
