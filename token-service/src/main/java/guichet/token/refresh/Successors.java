package guichet.token.refresh;

import guichet.kit.secret.ConfiguredKeys;
import guichet.kit.secret.ConfiguredKeys.NamedKey;
import guichet.kit.secret.Derivation;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the one successor of a refresh token, from the token, a salt that is kept with it, and a
 * key: who has two of them has nothing.
 */
@ApplicationScoped
class Successors {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    /** After the name of a key: what it derives names its grant. */
    private static final String NAMING = "+grant";

    private final ConfiguredKeys keys;
    private final NamingTime naming;

    Successors(RefreshConfig config, NamingTime naming) {
        this.naming = naming;
        this.keys =
                ConfiguredKeys.of(config.derivationKey(), Derivation.ALGORITHM)
                        .and(config.secondDerivationKey());
    }

    /**
     * Those that a token may be given when it is spent now: one for each grant that it may name, or
     * one for whatever grant it has where successors do not name theirs yet.
     */
    List<Successor> of(OpaqueToken token) {
        return naming.hasCome()
                ? grantsNamedBy(token).stream().map(grantId -> of(token, grantId)).toList()
                : List.of(successor(token, Optional.empty()));
    }

    /** The one that a token of this grant is given when it is spent now. */
    Successor of(OpaqueToken token, UUID grantId) {
        return successor(token, Optional.of(grantId).filter(_ -> naming.hasCome()));
    }

    private Successor successor(OpaqueToken token, Optional<UUID> named) {
        byte[] salt = newSalt();
        NamedKey key = keys.present();
        String keyId = named.isPresent() ? key.id() + NAMING : key.id();
        return new Successor(derived(key, token, salt, named), salt, keyId, named);
    }

    byte[] newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** A token of a new grant. */
    OpaqueToken first(UUID grantId) {
        return GrantNames.token(keys.present(), newSalt(), grantId);
    }

    /**
     * The successor that a token was given when it was spent: one, none if the key is gone, or one
     * for each key where an earlier version derived it.
     */
    List<OpaqueToken> of(OpaqueToken token, RefreshToken spent) {
        String key = spent.successorKey;
        if (key == null || !key.endsWith(NAMING)) {
            return of(token, spent, key, Optional.empty());
        }
        String name = key.substring(0, key.length() - NAMING.length());
        return of(token, spent, name, Optional.of(spent.grantId));
    }

    private List<OpaqueToken> of(
            OpaqueToken token, RefreshToken spent, @Nullable String key, Optional<UUID> named) {
        return keys.named(key).stream()
                .map(it -> derived(it, token, spent.successorSalt, named))
                .toList();
    }

    /** Which grants a token may be of, its row aside: one by each key, if there is such a one. */
    List<UUID> grantsNamedBy(OpaqueToken token) {
        return keys.named(null).stream()
                .flatMap(key -> GrantNames.grant(key, token).stream())
                .toList();
    }

    private static OpaqueToken derived(
            NamedKey key, OpaqueToken token, byte @Nullable [] salt, Optional<UUID> named) {
        var derivation = new Derivation(TokenKind.REFRESH_TOKEN, key.key());
        OpaqueToken plain =
                salt == null ? derivation.of(token.reveal()) : derivation.of(salt, token.reveal());
        return named.map(grantId ->
                        GrantNames.token(
                                key, plain.bits(TokenKind.REFRESH_TOKEN).orElseThrow(), grantId))
                .orElse(plain);
    }

    /**
     * A successor to be, and what is kept with the token that is spent for it.
     *
     * @param keyId by which key, and how, it was derived
     * @param named the grant that it names, if it does: it must be the spent token's
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares it, nor changes the salt
    record Successor(OpaqueToken token, byte[] salt, String keyId, Optional<UUID> named) {}
}
