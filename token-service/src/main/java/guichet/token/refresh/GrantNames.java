package guichet.token.refresh;

import guichet.kit.secret.ConfiguredKeys.NamedKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refresh tokens that name their grant to us, and to nobody else: one is known as ours when its row
 * is gone. Of the 256 bits, the first half is the token's own; the second is the name of the grant,
 * one block of AES under a key that is derived from the first half and a key of the settings. Who
 * has not that key can neither tell such a token from random bits nor make one of a grant.
 */
final class GrantNames {
    private static final int HALF = 16;
    private static final byte[] PURPOSE =
            "guichet grant of refresh token".getBytes(StandardCharsets.US_ASCII);

    /** Each key encrypts one block once: there is nothing to be mixed in. */
    private static final IvParameterSpec NO_VECTOR = new IvParameterSpec(new byte[HALF]);

    private GrantNames() {}

    /**
     * The token of this grant that has these bits of its own.
     *
     * @param own random, or derived: the first 16 bytes are taken
     */
    static OpaqueToken token(NamedKey key, byte[] own, UUID grantId) {
        byte[] name =
                ByteBuffer.allocate(HALF)
                        .putLong(grantId.getMostSignificantBits())
                        .putLong(grantId.getLeastSignificantBits())
                        .array();
        byte[] first = Arrays.copyOf(own, HALF);
        byte[] bits = Arrays.copyOf(first, 2 * HALF);
        System.arraycopy(block(Cipher.ENCRYPT_MODE, key, first, name), 0, bits, HALF, HALF);
        return OpaqueToken.derived(TokenKind.REFRESH_TOKEN, bits);
    }

    /**
     * Which grant a token names under this key; one that was made otherwise names any, and so none
     * that there is.
     */
    static Optional<UUID> grant(NamedKey key, OpaqueToken token) {
        return token.bits(TokenKind.REFRESH_TOKEN)
                .map(bits ->
                        block(
                                Cipher.DECRYPT_MODE,
                                key,
                                Arrays.copyOf(bits, HALF),
                                Arrays.copyOfRange(bits, HALF, 2 * HALF)))
                .map(ByteBuffer::wrap)
                .map(name -> new UUID(name.getLong(), name.getLong()));
    }

    private static byte[] block(int mode, NamedKey key, byte[] own, byte[] block) {
        try {
            Mac mac = Mac.getInstance(Derivation.ALGORITHM);
            mac.init(key.key());
            mac.update(PURPOSE);
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac.doFinal(own), "AES"), NO_VECTOR);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES and " + Derivation.ALGORITHM, e);
        }
    }
}
