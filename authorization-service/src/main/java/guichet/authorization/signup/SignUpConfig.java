package guichet.authorization.signup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may have an account. */
@ConfigMapping(prefix = "guichet.sign-up")
interface SignUpConfig {
    /** Whether anybody may make one. */
    @WithDefault("false")
    boolean open();
}
