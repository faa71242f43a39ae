package guichet.authorization.account;

import guichet.authorization.page.Field;
import guichet.authorization.person.Accounts;
import guichet.authorization.person.PasswordHash;
import guichet.authorization.person.PasswordRules;
import guichet.authorization.person.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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
    Field field(String fault) {
        return Field.required("password", "password", "New password")
                .autocomplete("new-password")
                .hint(
                        "%d characters or more; several words make a good one."
                                .formatted(rules.shortest()))
                .fault(fault);
    }

    /** What is to be changed of it; empty when it is good. */
    Optional<String> fault(Profile person, String password) {
        return rules.fault(
                password,
                List.of(
                        person.username(),
                        person.displayName(),
                        person.email().map(Profile.Email::address).orElse("")));
    }

    /** Outside of transactions, since it takes long. */
    PasswordHash hash(String password) {
        return accounts.hash(password);
    }
}
