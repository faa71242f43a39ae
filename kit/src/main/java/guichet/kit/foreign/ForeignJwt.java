package guichet.kit.foreign;

import static guichet.kit.foreign.ForeignFault.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A JWT that a stranger wrote, RFC 7519, in the compact form of RFC 7515 §7.1: what it says is not
 * to be believed before {@link #isSignedBy}. A member that is null counts as absent.
 */
public final class ForeignJwt {
    private static final int LONGEST = 100_000;
    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]*");

    /**
     * The end of the year 9999, so many seconds after 1970 and, as the bound the other way, before
     * it: nobody means a date beyond, and within it an {@link Instant} in milliseconds is exact.
     */
    private static final double LATEST_SECOND = 253_402_300_799d;

    private final String compact;
    private final ObjectNode header;
    private final ObjectNode claims;

    private ForeignJwt(String compact, ObjectNode header, ObjectNode claims) {
        this.compact = compact;
        this.header = header;
        this.claims = claims;
    }

    /**
     * Reads header and claims.
     *
     * @throws ForeignFault when it is no JWT with a signature, or with an empty one
     */
    public static ForeignJwt read(String text) throws ForeignFault {
        String compact = text.strip();
        String[] parts = compact.split("\\.", -1);
        if (compact.length() > LONGEST || parts.length != 3) {
            throw noJwt();
        }
        var jwt = new ForeignJwt(compact, object(parts[0]), object(parts[1]));
        jwt.checkHeader();
        if (jwt.isUnsigned() != (decoded(parts[2]).length == 0)) {
            throw noJwt();
        }
        return jwt;
    }

    private static ForeignFault noJwt() {
        return malformed("is not a signed JWT");
    }

    private static ObjectNode object(String part) throws ForeignFault {
        try {
            return ForeignJson.object(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(decoded(part)))
                            .toString());
        } catch (CharacterCodingException | ForeignFault _) {
            throw noJwt();
        }
    }

    private static byte[] decoded(String part) throws ForeignFault {
        try {
            if (BASE64URL.matcher(part).matches()) {
                return Base64.getUrlDecoder().decode(part);
            }
        } catch (IllegalArgumentException _) {
            // a length that nothing encodes to: told below
        }
        throw noJwt();
    }

    /** RFC 7515 §4.1.11: what we do not understand we must not take; no extension is used here. */
    private void checkHeader() throws ForeignFault {
        if (header.hasNonNull("crit") || header.hasNonNull("b64")) {
            throw malformed("needs an extension, crit, that is not understood here");
        }
        for (String name : List.of("alg", "typ", "cty", "kid", "x5t", "x5t#S256")) {
            text(header, name);
        }
        if (!header.hasNonNull("alg")) {
            throw malformed("names no algorithm, alg");
        }
    }

    /** With what it says to be signed, RFC 7515 §4.1.1; {@code none} when it is not. */
    public String algorithm() {
        return header.path("alg").textValue();
    }

    /** Whether it has no signature at all, RFC 7519 §6. */
    public boolean isUnsigned() {
        return algorithm().equals("none");
    }

    /** Of what kind it says to be, RFC 7515 §4.1.9. */
    Optional<String> type() {
        return Optional.ofNullable(header.path("typ").textValue());
    }

    /** All that it claims. */
    public ObjectNode claims() {
        return claims.deepCopy();
    }

    /**
     * The text of a claim.
     *
     * @throws ForeignFault when it is of another type
     */
    public Optional<String> text(String name) throws ForeignFault {
        return text(claims, name);
    }

    private static Optional<String> text(ObjectNode of, String name) throws ForeignFault {
        JsonNode value = of.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrongType(name);
        }
        return Optional.of(value.textValue());
    }

    /**
     * For whom it is, RFC 7519 §4.1.3: one text, or several; none when it does not say.
     *
     * @throws ForeignFault when it is of another type
     */
    List<String> audience() throws ForeignFault {
        JsonNode value = claims.path("aud");
        if (!value.isArray()) {
            return text("aud").stream().toList();
        }
        var audience = new ArrayList<String>();
        for (JsonNode each : value) {
            if (!each.isTextual()) {
                throw wrongType("aud");
            }
            audience.add(each.textValue());
        }
        return audience;
    }

    /**
     * The date of a claim, RFC 7519 §2: seconds, which may have fractions.
     *
     * @throws ForeignFault when it is no number, or one beyond all dates
     */
    public Optional<Instant> date(String name) throws ForeignFault {
        JsonNode value = claims.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isNumber()) {
            throw wrongType(name);
        }
        double seconds = value.doubleValue();
        if (!(Math.abs(seconds) <= LATEST_SECOND)) {
            throw malformed("has a date beyond all bounds: " + name);
        }
        return Optional.of(Instant.ofEpochMilli((long) Math.floor(seconds * 1000)));
    }

    private static ForeignFault wrongType(String name) {
        return malformed("has a value of the wrong type: " + name);
    }

    /** Whether one of these has signed it, by the algorithm that it names. */
    public boolean isSignedBy(List<? extends Key> keys) {
        return keys.stream().anyMatch(this::isSignedBy);
    }

    private boolean isSignedBy(Key key) {
        try {
            JsonWebSignature jws = signature();
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException | RuntimeException _) {
            // A key that does not fit the algorithm; and jose4j counts on the signature's length.
            return false;
        }
    }

    /** The same in the words of jose4j. */
    JsonWebSignature signature() throws JoseException {
        var jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm()));
        jws.setCompactSerialization(compact);
        return jws;
    }

    /** Never what it says: whoever holds it could use it. */
    @Override
    public String toString() {
        return "ForeignJwt[masked]";
    }
}
