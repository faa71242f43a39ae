package guichet.guard.setting;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;

/**
 * The profiles with which an application starts, for an {@link Agreement} on settings that serve
 * for trying things out, and would open accounts to all.
 */
public final class Profiles {
    private static final List<String> FOR_TRYING = List.of("local", "test");

    private Profiles() {}

    /** Whether all of them are for trying things out: {@code local} and {@code test}. */
    public static boolean areForTrying(SmallRyeConfig all) {
        return FOR_TRYING.containsAll(all.getProfiles());
    }

    /** Their names, as a refusal tells them: {@code local,prod}. */
    public static String names(SmallRyeConfig all) {
        return String.join(",", all.getProfiles());
    }
}
