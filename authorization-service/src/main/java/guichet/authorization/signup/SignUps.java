package guichet.authorization.signup;

import guichet.authorization.mail.Mails;
import guichet.authorization.person.Accounts;
import guichet.authorization.person.NewPerson;
import guichet.authorization.person.PasswordHash;
import guichet.authorization.person.PasswordRules;
import guichet.authorization.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Makes accounts for who asks for one. */
@ApplicationScoped
class SignUps {
    private final Accounts accounts;
    private final PasswordRules rules;
    private final Mails mails;

    SignUps(Accounts accounts, PasswordRules rules, Mails mails) {
        this.accounts = accounts;
        this.rules = rules;
        this.mails = mails;
    }

    /** What is to be changed of what somebody filled in, by field. */
    Map<String, String> faults(SignUpForm form) {
        return form.faults(rules);
    }

    /** How many characters a password needs. */
    int shortestPassword() {
        return rules.shortest();
    }

    /** Outside of the transaction, since it takes long. */
    PasswordHash hash(SignUpForm form) {
        return accounts.hash(form.password());
    }

    /** A new person; empty when the name is taken. Only a letter tells whose the address is. */
    @Transactional
    Optional<Person> add(NewPerson newcomer, PasswordHash password) {
        Optional<Person> added = accounts.add(newcomer, password);
        added.ifPresent(person -> write(person, newcomer));
        return added;
    }

    private void write(Person person, NewPerson newcomer) {
        accounts.findVerified(newcomer.email())
                .ifPresentOrElse(
                        mails::tellAddressInUse, () -> mails.askForProof(person, newcomer.email()));
    }
}
