package guichet.authorization.people.account;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.authorization.page.Field;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.PasswordHash;
import guichet.authorization.people.person.PasswordRules;
import guichet.authorization.people.person.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** A password that somebody chooses who has an account. */
@ApplicationScoped
class NewPassword {
    private final PasswordRules rules;
    private final Accounts accounts;

    NewPassword(PasswordRules rules, Accounts accounts) {
        this.rules = rules;
        this.accounts = accounts;
    }

    /** The field {@code password} of a form. */
    Field field() {
        return Field.newPassword(Messages::newPassword, rules.shortest());
    }

    /** What is to be changed of it, by the field; nothing when it is good. */
    Map<String, Text> faults(Profile person, String password) {
        var known =
                List.of(
                        person.username(),
                        person.displayName(),
                        person.email().map(Profile.Email::address).orElse(""));
        return rules.fault(password, known).map(it -> Map.of("password", it)).orElse(Map.of());
    }

    /** Outside of transactions, since it takes long. */
    PasswordHash hash(String password) {
        return accounts.hash(password);
    }
}
