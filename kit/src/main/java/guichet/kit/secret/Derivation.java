package guichet.kit.secret;

import guichet.oauth.OpaqueToken;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that need not be stored to be known again: HMAC-SHA-256 under a server's key. */
public final class Derivation {
    /** What the key is for, in the words of {@link javax.crypto}. */
    public static final String ALGORITHM = "HmacSHA256";

    private final String prefix;
    private final SecretKeySpec key;

    /** Tokens with this prefix, derived with this key. */
    public Derivation(String prefix, SecretKeySpec key) {
        this.prefix = prefix;
        this.key = key;
    }

    /** The one token that is derived from this text. */
    public OpaqueToken of(String text) {
        return of(new byte[0], text);
    }

    /**
     * The one token that is derived from this text and a salt: who has the key and the text cannot.
     *
     * @param salt random, and always as long
     */
    public OpaqueToken of(byte[] salt, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(salt);
            return OpaqueToken.derived(prefix, mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
