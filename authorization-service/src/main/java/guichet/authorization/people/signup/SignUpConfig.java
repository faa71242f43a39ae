package guichet.authorization.people.signup;

import guichet.guard.setting.Between;
import guichet.guard.setting.CheckedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may have an account. */
@CheckedBy(MailForSignUp.class)
@ConfigMapping(prefix = "guichet.sign-up")
interface SignUpConfig {
    /** Whether anybody may make one. */
    @WithDefault("false")
    boolean open();

    /**
     * After how long an account goes whose address was never proved, and that nobody uses: the link
     * that proves it is good for a day.
     */
    @WithDefault("7d")
    @Between(least = "1d")
    Duration unprovedLifetime();
}
