package guichet.authorization.person;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;

/** Whether settings may stand that serve for trying things out, and would open accounts to all. */
public final class TryingOut {
    private static final List<String> PROFILES = List.of("local", "test");

    private TryingOut() {}

    /** Whether all profiles with which the service starts are for that. */
    public static boolean isAllThatIsDone(SmallRyeConfig all) {
        return PROFILES.containsAll(all.getProfiles());
    }

    /** The profiles, as a refusal names them. */
    public static String profiles(SmallRyeConfig all) {
        return String.join(",", all.getProfiles());
    }
}
