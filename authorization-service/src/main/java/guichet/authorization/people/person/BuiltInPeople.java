package guichet.authorization.people.person;

import guichet.authorization.people.person.BuiltInAccounts.Account;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** The accounts that settings name, which only the profiles {@code local} and {@code test} may. */
@ApplicationScoped
class BuiltInPeople {
    private final People people;
    private final Map<String, Account> accounts;

    BuiltInPeople(People people, BuiltInAccounts accounts) {
        this.people = people;
        this.accounts = accounts.byUsername();
    }

    void add(@Observes StartupEvent event) {
        accounts.forEach(people::addIfMissing);
    }
}
