package guichet.oauth;

import java.util.Set;

/** The members of a JWK that only its owner may have, RFC 7517 §9.2. */
public final class PrivateKeyMembers {
    /** RFC 7518 §6.2.2, §6.3.2 and §6.4, and the one of keys that outlast quantum computers. */
    public static final Set<String> NAMES =
            Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

    private PrivateKeyMembers() {}
}
