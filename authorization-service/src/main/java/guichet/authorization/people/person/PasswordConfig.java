package guichet.authorization.people.person;

import guichet.guard.setting.Between;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much work passwords may be, and how long they have to be. */
@ConfigMapping(prefix = "guichet.password")
interface PasswordConfig {
    /**
     * How many are hashed at once, each with 19 MiB of memory beside the heap; all processors but
     * one, four at most.
     */
    @Between(least = "1")
    OptionalInt concurrentHashes();

    /** How many may wait for a turn; the next one is told to come back. */
    @WithDefault("100")
    @Between(least = "1")
    int queue();

    /** How long somebody waits for a turn before being told to come back. */
    @WithDefault("5s")
    @Between(least = "1ms")
    Duration patience();

    /** Of how many characters people's passwords are at least; NIST SP 800-63B-4 §3.1.1.2. */
    @WithDefault("15")
    @Between(least = "8", most = "64")
    int minimumLength();
}
