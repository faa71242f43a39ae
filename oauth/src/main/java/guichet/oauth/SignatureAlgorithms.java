package guichet.oauth;

import java.util.Set;

/** The signature algorithms taken anywhere, RFC 7518 §3.1 and RFC 8037; {@code none} never is. */
public final class SignatureAlgorithms {
    /** Those with a key pair. */
    public static final Set<String> WITH_KEY_PAIR =
            Set.of(
                    "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512",
                    "EdDSA");

    /** Those that this server signs with. */
    public static final Set<String> OURS = Set.of("RS256", "ES256", "PS256", "EdDSA");

    /**
     * Those of them whose keys are always there: the others get theirs once somebody chooses one.
     */
    public static final Set<String> ALWAYS_OURS = Set.of("RS256", "ES256");

    /** Those with a secret that both sides know. */
    public static final Set<String> WITH_SECRET = Set.of("HS256", "HS384", "HS512");

    private SignatureAlgorithms() {}
}
