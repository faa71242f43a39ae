package guichet.authorization.code;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long an authorization code lives. */
@ConfigMapping(prefix = "guichet.code")
interface CodeConfig {
    /** From the redirect to the token request: a minute at most. */
    @WithDefault("60s")
    @DurationMin(seconds = 1)
    @DurationMax(seconds = 60)
    Duration lifetime();
}
