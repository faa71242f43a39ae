package guichet.token.key;

import guichet.guard.setting.Between;
import guichet.guard.setting.CheckedBy;
import guichet.guard.setting.MustBe;
import guichet.kit.secret.ConfiguredKey;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How signing keys are kept and rotated. */
@CheckedBy(KeyTimes.class)
@ConfigMapping(prefix = "guichet.token.key")
interface KeyConfig {
    /**
     * Encrypts private keys at rest: base64 of 32 bytes. No default: without it the service refuses
     * to start.
     */
    @MustBe(value = ConfiguredKey.WORDS, test = ConfiguredKey.IsGood.class)
    Secret<String> encryptionKey();

    /** Reads private keys that another key encrypted, {@code docs/keys.md}. */
    @MustBe(value = ConfiguredKey.WORDS, test = ConfiguredKey.IsGood.class)
    Optional<Secret<String>> secondEncryptionKey();

    /** How often a new key takes over; longer than a key is announced. */
    @WithDefault("30d")
    Duration rotation();

    /** How long others may keep the JWK Set. */
    @WithDefault("5m")
    @Between(least = "0s")
    Duration jwksCache();

    /**
     * How long a key is published at least before it signs: twice {@link #jwksCache()} and ten
     * seconds unless set, since a validator may have its copy from a cache that has kept it for as
     * long; never less than once and ten seconds.
     */
    Optional<Duration> announcement();
}
