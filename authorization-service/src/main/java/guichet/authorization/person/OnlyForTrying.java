package guichet.authorization.person;

import guichet.guard.setting.Agreement;
import guichet.guard.setting.Fault;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.stream.Stream;

/** Whether the profile may have accounts whose passwords stand in a file. */
final class OnlyForTrying implements Agreement<BuiltInAccounts> {
    private static final List<String> PROFILES = List.of("local", "test");

    @Override
    public Stream<Fault> faults(BuiltInAccounts settings, SmallRyeConfig all) {
        List<String> profiles = all.getProfiles();
        return PROFILES.containsAll(profiles)
                ? Stream.empty()
                : settings.byUsername().keySet().stream()
                        .map(username ->
                                Fault.of(
                                        "guichet.people." + username,
                                        "is an account for trying things out, which the profile %s"
                                                        .formatted(String.join(",", profiles))
                                                + " must not have: take it away"));
    }
}
