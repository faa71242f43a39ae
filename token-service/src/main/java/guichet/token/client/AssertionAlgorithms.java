package guichet.token.client;

import guichet.oauth.SignatureAlgorithms;
import java.util.HashSet;
import java.util.Set;

/** With which algorithms clients may sign their assertions, RFC 7518 §3.1 and RFC 8037. */
public final class AssertionAlgorithms {
    /** Those of either kind. */
    public static final Set<String> ALL = all();

    private AssertionAlgorithms() {}

    private static Set<String> all() {
        var all = new HashSet<>(SignatureAlgorithms.WITH_SECRET);
        all.addAll(SignatureAlgorithms.WITH_KEY_PAIR);
        return Set.copyOf(all);
    }
}
