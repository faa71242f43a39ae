package guichet.token.key;

import guichet.guard.setting.Fault;
import guichet.kit.secret.ConfiguredKeys;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Encrypts private keys at rest with AES-256-GCM, each bound to its {@code kid}. */
@ApplicationScoped
class KeyEncryption {
    private static final String SETTING = "guichet.token.key.encryption-key";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ConfiguredKeys keys;

    KeyEncryption(KeyConfig config) {
        this.keys =
                ConfiguredKeys.of(config.encryptionKey(), "AES").and(config.secondEncryptionKey());
    }

    /** The key under which is encrypted now. */
    String keyId() {
        return keys.present().id();
    }

    byte[] encrypt(String kid, byte[] privateKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.present().key(), kid, nonce)
                            .doFinal(privateKey);
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    /**
     * What was encrypted.
     *
     * @param keyId under which key; null from an earlier version, where it may be either
     * @throws ConfigurationException if none of the keys fits
     */
    byte[] decrypt(String kid, @Nullable String keyId, byte[] encrypted) {
        return keys.named(keyId).stream()
                .flatMap(key -> decrypted(key.key(), kid, encrypted).stream())
                .findFirst()
                .orElseThrow(() ->
                        Fault.refusal(
                                List.of(
                                        Fault.of(
                                                SETTING,
                                                "is not the one that encrypted key " + kid))));
    }

    private static Optional<byte[]> decrypted(SecretKeySpec key, String kid, byte[] encrypted) {
        byte[] nonce = new byte[NONCE_BYTES];
        var buffer = ByteBuffer.wrap(encrypted).get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, kid, nonce).doFinal(sealed));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, String kid, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
