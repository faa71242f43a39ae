package guichet.oauth;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signature algorithms taken anywhere, RFC 7518 §3.1 and RFC 8037; {@code none} is of request
 * objects alone.
 */
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

    /** With which clients may sign, RFC 7523 §2.2: those of either kind. */
    public static final Set<String> OF_CLIENTS =
            Stream.of(WITH_KEY_PAIR, WITH_SECRET)
                    .flatMap(Set::stream)
                    .collect(Collectors.toUnmodifiableSet());

    /**
     * Those of request objects; {@code none} is for clients that register no other one, RFC 9101.
     */
    public static final Set<String> OF_REQUEST_OBJECTS =
            Stream.concat(WITH_KEY_PAIR.stream(), Stream.of("none"))
                    .collect(Collectors.toUnmodifiableSet());

    private SignatureAlgorithms() {}
}
