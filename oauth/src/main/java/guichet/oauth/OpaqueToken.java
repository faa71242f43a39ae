package guichet.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A value whose possession is the proof: a client secret, a code, a refresh token, a session.
 *
 * <p>Ours read {@code prefix_secretchecksum}: 256 random bits in base64url (43 characters) and six
 * characters of checksum, so that scanners recognise a leaked one without asking us. Servers keep
 * {@link #sha256()} alone: the value has too many bits to be guessed, so no slow hash is needed.
 */
public final class OpaqueToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final String value;

    private OpaqueToken(String value) {
        this.value = value;
    }

    /** A new one from the system's random source. */
    public static OpaqueToken random(TokenKind kind) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return derived(kind, bits);
    }

    /** One made of given bits, for values that are derived with a key. */
    public static OpaqueToken derived(TokenKind kind, byte[] bits) {
        String body = kind.prefix() + "_" + BASE64URL.encodeToString(bits);
        return new OpaqueToken(body + checksum(body));
    }

    /** One that somebody presents; any text is taken. */
    public static OpaqueToken of(String value) {
        return new OpaqueToken(value);
    }

    /** Whether it begins so and its checksum fits: false spares a look into the database. */
    public boolean isWellFormed(TokenKind kind) {
        String beginning = kind.prefix() + "_";
        int end = value.length() - 6;
        return value.startsWith(beginning)
                && end == beginning.length() + 43
                && value.substring(end).equals(checksum(value.substring(0, end)));
    }

    /** The bits that it was made of; empty if it was not made here. */
    public Optional<byte[]> bits(TokenKind kind) {
        if (!isWellFormed(kind)) {
            return Optional.empty();
        }
        try {
            int beginning = kind.prefix().length() + 1;
            byte[] bits = Base64.getUrlDecoder().decode(value.substring(beginning, beginning + 43));
            return Optional.of(bits).filter(it -> derived(kind, it).value.equals(value));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty(); // a checksum is made for any text
        }
    }

    /** The SHA-256 of the value in lower-case hex: what is stored and looked up. */
    public String sha256() {
        return Sha256.hex(value);
    }

    /** Whether {@code sha256} is this value's, compared in constant time. */
    public boolean hasSha256(String sha256) {
        return MessageDigest.isEqual(
                sha256().getBytes(StandardCharsets.US_ASCII),
                sha256.getBytes(StandardCharsets.US_ASCII));
    }

    /** The value itself, to be sent to its owner and nowhere else. */
    public String reveal() {
        return value;
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        long value = crc.getValue();
        byte[] bytes = {
            (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
        };
        return BASE64URL.encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "OpaqueToken[masked]";
    }
}
