package guichet.token.refresh;

import guichet.kit.secret.ConfiguredKeys;
import guichet.kit.secret.ConfiguredKeys.NamedKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;

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

    /** To be kept with a token that is spent now. */
    byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** By which the successor of a token is derived that is spent now. */
    String keyId() {
        return keys.present().id();
    }

    /**
     * The successor that a token was given when it was spent: one, none if the key is gone, or one
     * for each key where an earlier version derived it.
     */
    List<OpaqueToken> of(OpaqueToken token, RefreshToken spent) {
        return keys.named(spent.successorKey).stream()
                .map(key -> derived(key, token, spent))
                .toList();
    }

    private static OpaqueToken derived(NamedKey key, OpaqueToken token, RefreshToken spent) {
        var derivation = new Derivation(TokenKind.REFRESH_TOKEN, key.key());
        return spent.successorSalt == null
                ? derivation.of(token.reveal())
                : derivation.of(spent.successorSalt, token.reveal());
    }
}
