package guichet.authorization.person;

import guichet.authorization.person.BuiltInAccounts.Account;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

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
        if (accounts.isEmpty()) {
            return;
        }
        if (ConfigUtils.getProfiles().stream().noneMatch(PROFILES::contains)) {
            throw new IllegalStateException(
                    "guichet.people: accounts in settings are for the profile local only");
        }
        accounts.forEach((username, account) ->
                people.addIfMissing(username, account.displayName(), account.password().get()));
    }
}
