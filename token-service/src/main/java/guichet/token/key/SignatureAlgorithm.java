package guichet.token.key;

import guichet.oauth.SignatureAlgorithms;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
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
    ES256("ES256", "EC", "SHA256withECDSAinP1363Format"),
    /** What every OpenID Connect client has to know, OpenID Connect Core §15.1. */
    RS256("RS256", "RSA", "SHA256withRSA"),
    /** RSA as profiles for banks want it. */
    PS256("PS256", "RSA", "RSASSA-PSS"),
    /** Ed25519. */
    EDDSA("EdDSA", "EdDSA", "EdDSA");

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

    /** RFC 7518 §3.5: a salt as long as the hash. */
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final String value;
    private final String keyFactory;
    private final String signature;

    SignatureAlgorithm(String value, String keyFactory, String signature) {
        this.value = value;
        this.keyFactory = keyFactory;
        this.signature = signature;
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

    /** A signature in the form that a JWS has, RFC 7518 §3. */
    byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        var signing = Signature.getInstance(signature);
        signing.initSign(key);
        if (this == PS256) {
            signing.setParameter(PSS);
        }
        signing.update(content);
        return signing.sign();
    }

    static Optional<SignatureAlgorithm> find(String value) {
        return Arrays.stream(values()).filter(each -> each.value.equals(value)).findFirst();
    }
}
