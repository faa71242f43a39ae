package guichet.authorization.signup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may have an account. */
@ConfigMapping(prefix = "guichet.sign-up")
interface SignUpConfig {
    /** Whether anybody may make one. */
    @WithDefault("false")
    boolean open();

    /** After how long an account goes whose address was never proved, and that nobody uses. */
    @WithDefault("7d")
    Duration unprovedLifetime();
}
