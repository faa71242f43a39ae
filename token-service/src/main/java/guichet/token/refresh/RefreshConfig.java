package guichet.token.refresh;

import guichet.guard.setting.MustBe;
import guichet.kit.secret.ConfiguredKey;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How refresh tokens live. */
@ConfigMapping(prefix = "guichet.token.refresh")
interface RefreshConfig {
    /** Derives successors: base64 of 32 bytes. No default. */
    @MustBe(value = ConfiguredKey.WORDS, test = ConfiguredKey.IsGood.class)
    Secret<String> derivationKey();

    /** Knows successors again that another key derived, {@code docs/keys.md}. */
    @MustBe(value = ConfiguredKey.WORDS, test = ConfiguredKey.IsGood.class)
    Optional<Secret<String>> secondDerivationKey();

    /**
     * How long a repeat of the last refresh still gets the same successor, if that is unused:
     * longer than an answer can be late, as while a database fails over.
     */
    @WithDefault("10m")
    Duration retryWindow();

    /** How long a token may lie unused. */
    @WithDefault("30d")
    Duration idleLifetime();
}
