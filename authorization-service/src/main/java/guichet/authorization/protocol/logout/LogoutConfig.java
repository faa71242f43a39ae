package guichet.authorization.protocol.logout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What ends with a session, and how long clients are told of it. */
@ConfigMapping(prefix = "guichet.logout")
interface LogoutConfig {
    /** Whether grants with {@code offline_access} end too; otherwise they outlive the session. */
    @WithDefault("false")
    boolean endsOfflineAccess();

    /** From the end of a session until a client that cannot be told of it is given up. */
    @WithDefault("24h")
    Duration backChannelPatience();
}
