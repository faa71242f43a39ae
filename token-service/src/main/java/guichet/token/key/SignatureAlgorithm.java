package guichet.token.key;

import guichet.oauth.SignatureAlgorithms;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * An algorithm that we sign with, RFC 7518 §3.1 and RFC 8037 §3.1. Each has keys of its own, RFC
 * 8725 §3.1: one key never serves two algorithms.
 */
enum SignatureAlgorithm {
    /** The default: small, fast, and taken nearly everywhere. */
    ES256("ES256", "EC"),
    /** What every OpenID Connect client has to know, OpenID Connect Core §15.1. */
    RS256("RS256", "RSA"),
    /** RSA as profiles for banks want it. */
    PS256("PS256", "RSA"),
    /** Ed25519. */
    EDDSA("EdDSA", "EdDSA");

    /**
     * What access tokens and ID tokens are signed with where nobody chose otherwise: their keys are
     * there from the first start, those of the others from the first use.
     */
    static final Set<SignatureAlgorithm> DEFAULTS =
            Arrays.stream(values())
                    .filter(each -> SignatureAlgorithms.ALWAYS_OURS.contains(each.value))
                    .collect(Collectors.toUnmodifiableSet());

    /**
     * RFC 7518 §3.3 asks for 2048 or more. A key signs for a month and protects nothing after that,
     * and 3072 bits would make each signature three times as dear.
     */
    private static final int MODULUS_BITS = 2048;

    private final String value;
    private final String keyFactory;

    SignatureAlgorithm(String value, String keyFactory) {
        this.value = value;
        this.keyFactory = keyFactory;
    }

    /** Makes a key pair. */
    PublicJsonWebKey generate() throws JoseException {
        return switch (this) {
            case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
            case RS256, PS256 -> RsaJwkGenerator.generateJwk(MODULUS_BITS);
            case EDDSA -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        };
    }

    /** The header {@code alg}. */
    String value() {
        return value;
    }

    /** The name by which the JDK and its providers read such keys. */
    String keyFactory() {
        return keyFactory;
    }

    static Optional<SignatureAlgorithm> find(String value) {
        return Arrays.stream(values()).filter(each -> each.value.equals(value)).findFirst();
    }
}
