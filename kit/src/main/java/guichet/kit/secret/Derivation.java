package guichet.kit.secret;

import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that need not be stored to be known again: HMAC-SHA-256 under a server's key. */
public final class Derivation {
    /** What the key is for, in the words of {@link javax.crypto}. */
    public static final String ALGORITHM = "HmacSHA256";

    private final TokenKind kind;
    private final SecretKeySpec key;

    /** Tokens of this kind, derived with this key. */
    public Derivation(TokenKind kind, SecretKeySpec key) {
        this.kind = kind;
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
            return OpaqueToken.derived(kind, mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
