package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.foreign.RsaBounds;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jose4j.keys.EdDsaKeyUtil;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** The kinds of public keys with which a signature can be checked, RFC 7518 §6 and RFC 8037 §2. */
enum PublicKeyKind {
    P_256("EC", "P-256"),
    P_384("EC", "P-384"),
    P_521("EC", "P-521"),
    ED25519("OKP", "Ed25519"),
    RSA("RSA", "");

    private static final Pattern RSA_ALGORITHM = Pattern.compile("[RP]S(256|384|512)");

    /** RFC 8032 §5.1.5. */
    private static final int ED25519_OCTETS = 32;

    private final String type;
    private final String curve;

    PublicKeyKind(String type, String curve) {
        this.type = type;
        this.curve = curve;
    }

    /** The kind of a JWK; empty when it is not known here. */
    static Optional<PublicKeyKind> of(JsonNode key) {
        String type = key.path("kty").asText();
        String curve = key.path("crv").asText();
        return Stream.of(values())
                .filter(kind -> kind.type.equals(type) && (kind == RSA || kind.curve.equals(curve)))
                .findFirst();
    }

    /** Whether signatures by this algorithm are made with such a key. */
    boolean signsBy(String algorithm) {
        return switch (this) {
            case P_256 -> algorithm.equals("ES256");
            case P_384 -> algorithm.equals("ES384");
            case P_521 -> algorithm.equals("ES512");
            case ED25519 -> algorithm.equals("EdDSA");
            case RSA -> RSA_ALGORITHM.matcher(algorithm).matches();
        };
    }

    /** Why the key can never work; empty when it can. */
    Optional<String> faultOf(JsonNode key) {
        return switch (this) {
            case P_256, P_384, P_521 -> isOnCurve(key) ? Optional.empty() : offCurve();
            case ED25519 -> isOnEdwardsCurve(key) ? Optional.empty() : offCurve();
            case RSA -> rsaFault(key);
        };
    }

    private Optional<String> offCurve() {
        return Optional.of("a key of %s must be a point of that curve".formatted(this));
    }

    private boolean isOnCurve(JsonNode key) {
        Optional<BigInteger> x = number(key, "x");
        Optional<BigInteger> y = number(key, "y");
        return x.isPresent()
                && y.isPresent()
                && isOn(EllipticCurves.getSpec(curve).getCurve(), x.get(), y.get());
    }

    /** Whether y² = x³ + ax + b over the field of the curve, SEC 1 §3.2.2.1. */
    private static boolean isOn(EllipticCurve curve, BigInteger x, BigInteger y) {
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
        return x.compareTo(prime) < 0
                && y.compareTo(prime) < 0
                && y.pow(2).subtract(right).mod(prime).signum() == 0;
    }

    /** The JDK verifies with no key that encodes no point, RFC 8032 §5.1.3. */
    private boolean isOnEdwardsCurve(JsonNode key) {
        return octets(key, "x")
                .filter(it -> it.length == ED25519_OCTETS)
                .filter(this::encodesPoint)
                .isPresent();
    }

    private boolean encodesPoint(byte[] octets) {
        try {
            Signature.getInstance(curve).initVerify(new EdDsaKeyUtil().publicKey(octets, curve));
            return true;
        } catch (GeneralSecurityException | JoseException _) {
            return false;
        }
    }

    private static Optional<String> rsaFault(JsonNode key) {
        Optional<BigInteger> modulus = number(key, "n");
        Optional<BigInteger> exponent = number(key, "e");
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return Optional.of("a key of RSA must have n and e, RFC 7518 6.3.1");
        }
        if (!RsaBounds.allowModulus(modulus.get())) {
            return Optional.of(
                    "a key of RSA must have %d bits or more, and %d at most, RFC 7518 3.3"
                            .formatted(RsaBounds.SHORTEST, RsaBounds.LONGEST));
        }
        return modulus.get().testBit(0) && RsaBounds.allowExponent(exponent.get())
                ? Optional.empty()
                : Optional.of(
                        "n and e of a key of RSA must be odd, and e of %d bits at most"
                                .formatted(RsaBounds.LONGEST_EXPONENT));
    }

    private static Optional<BigInteger> number(JsonNode key, String name) {
        return octets(key, name).map(value -> new BigInteger(1, value));
    }

    /** RFC 7515 §2: base64url without padding. */
    private static Optional<byte[]> octets(JsonNode key, String name) {
        String text = key.path(name).asText();
        try {
            return text.isEmpty() || text.endsWith("=")
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** As people write it, for example {@code EC with P-256}. */
    @Override
    public String toString() {
        return curve.isEmpty() ? type : type + " with " + curve;
    }
}
