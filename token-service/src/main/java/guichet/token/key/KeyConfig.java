package guichet.token.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How signing keys are kept and rotated. */
@ConfigMapping(prefix = "guichet.token.key")
interface KeyConfig {
    /**
     * Encrypts private keys at rest: base64 of 32 bytes. No default: without it the service refuses
     * to start.
     */
    Secret<String> encryptionKey();

    /** How often a new key takes over; longer than a key is announced. */
    @WithDefault("30d")
    Duration rotation();

    /**
     * How long others may keep the JWK Set; a key is announced for twice as long and a minute more
     * before it signs.
     */
    @WithDefault("5m")
    Duration jwksCache();
}
