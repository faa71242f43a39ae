package guichet.authorization.people.person;

import guichet.guard.setting.Agreement;
import guichet.guard.setting.Fault;
import guichet.guard.setting.Profiles;
import io.smallrye.config.SmallRyeConfig;
import java.util.stream.Stream;

/** Whether the profile may have accounts whose passwords stand in a file. */
final class AccountsForTrying implements Agreement<BuiltInAccounts> {
    @Override
    public Stream<Fault> faults(BuiltInAccounts settings, SmallRyeConfig all) {
        return Profiles.areForTrying(all)
                ? Stream.empty()
                : settings.byUsername().keySet().stream()
                        .map(username ->
                                Fault.of(
                                        "guichet.people." + username,
                                        "is an account for trying things out, which the profile %s"
                                                        .formatted(Profiles.names(all))
                                                + " must not have: take it away"));
    }
}
