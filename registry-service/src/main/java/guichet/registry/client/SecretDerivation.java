package guichet.registry.client;

import guichet.kit.secret.ConfiguredKeys;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets of clients that use {@code client_secret_jwt}. The server needs such a secret itself,
 * as HMAC key, so a hash of it would not do; it is derived anew each time instead of being stored.
 */
@ApplicationScoped
class SecretDerivation {

    private final ConfiguredKeys keys;

    SecretDerivation(ClientConfig config) {
        this.keys =
                ConfiguredKeys.of(config.secretDerivationKey(), Derivation.ALGORITHM)
                        .and(config.secondSecretDerivationKey());
    }

    /** A new one, under the present key. */
    OpaqueToken of(UUID derivedFrom) {
        return derived(keys.present().key(), derivedFrom);
    }

    /** Which key that is. */
    String keyId() {
        return keys.present().id();
    }

    /** One that was derived, by whichever key; its hash tells. Empty for one that was not. */
    Optional<OpaqueToken> find(ClientSecret secret) {
        return Optional.ofNullable(secret.derivedFrom)
                .flatMap(derivedFrom ->
                        keys.named(secret.derivationKey).stream()
                                .map(key -> derived(key.key(), derivedFrom))
                                .filter(derived -> derived.hasSha256(secret.sha256))
                                .findFirst());
    }

    private static OpaqueToken derived(SecretKeySpec key, UUID derivedFrom) {
        return new Derivation(TokenKind.CLIENT_SECRET, key).of(derivedFrom.toString());
    }
}
