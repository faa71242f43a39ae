package guichet.guard.setting;

import io.smallrye.config.SmallRyeConfig;
import java.util.stream.Stream;

/**
 * Whether settings go together that are good each by itself.
 *
 * @param <T> their mapping
 */
public interface Agreement<T> {
    /**
     * Those that do not.
     *
     * @param all for the profiles, and for values of other settings
     */
    Stream<Fault> faults(T settings, SmallRyeConfig all);
}
