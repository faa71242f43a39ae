package guichet.authorization.person;

import guichet.authorization.person.BuiltInAccounts.Account;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts that settings name, which only the profiles {@code local} and {@code test} may. */
@ApplicationScoped
class BuiltInPeople {
    private static final List<String> PROFILES = List.of("local", "test");

    private final People people;
    private final Map<String, Account> accounts;

    BuiltInPeople(People people, BuiltInAccounts accounts) {
        this.people = people;
        this.accounts = accounts.byUsername();
    }

    void add(@Observes StartupEvent event) {
        check(ConfigUtils.getProfiles(), accounts.keySet());
        accounts.forEach(people::addIfMissing);
    }

    /** Refuses accounts in settings, by name, if any other profile is active. */
    static void check(List<String> profiles, Set<String> usernames) {
        if (!usernames.isEmpty() && !PROFILES.containsAll(profiles)) {
            throw new IllegalStateException(
                    "the profile %s must have no built-in account: take away guichet.people.%s"
                            .formatted(
                                    String.join(",", profiles),
                                    String.join(", guichet.people.", usernames)));
        }
    }
}
