package guichet.token.refresh;

import guichet.kit.secret.ConfiguredKeys;
import guichet.kit.secret.ConfiguredKeys.NamedKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the one successor of a refresh token, from the token, a salt that is kept with it, and a
 * key: who has two of them has nothing.
 */
@ApplicationScoped
class Successors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    private final ConfiguredKeys keys;

    Successors(RefreshConfig config) {
        this.keys =
                ConfiguredKeys.of(config.derivationKey(), Derivation.ALGORITHM)
                        .and(config.secondDerivationKey());
    }

    /** The one that a token is given when it is spent now. */
    Successor of(OpaqueToken token) {
        byte[] salt = newSalt();
        NamedKey key = keys.present();
        return new Successor(derived(key, token, salt), salt, key.id());
    }

    byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /**
     * The successor that a token was given when it was spent: one, none if the key is gone, or one
     * for each key where an earlier version derived it.
     */
    List<OpaqueToken> of(OpaqueToken token, RefreshToken spent) {
        return keys.named(spent.successorKey).stream()
                .map(key -> derived(key, token, spent.successorSalt))
                .toList();
    }

    private static OpaqueToken derived(NamedKey key, OpaqueToken token, byte @Nullable [] salt) {
        var derivation = new Derivation(TokenKind.REFRESH_TOKEN, key.key());
        return salt == null ? derivation.of(token.reveal()) : derivation.of(salt, token.reveal());
    }

    /**
     * A successor to be, and what is kept with the token that is spent for it.
     *
     * @param keyId by which key it was derived
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it, nor changes the salt
    record Successor(OpaqueToken token, byte[] salt, String keyId) {}
}
