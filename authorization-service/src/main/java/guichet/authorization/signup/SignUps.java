package guichet.authorization.signup;

import static guichet.kit.audit.AuditEvent.PERSON_SIGNED_UP;
import static guichet.kit.audit.AuditField.PERSON;

import guichet.authorization.mail.Mails;
import guichet.authorization.person.Accounts;
import guichet.authorization.person.NewPerson;
import guichet.authorization.person.PasswordHash;
import guichet.authorization.person.PasswordRules;
import guichet.authorization.person.Person;
import guichet.kit.audit.Audit;
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
    private final Audit audit;

    SignUps(Accounts accounts, PasswordRules rules, Mails mails, Audit audit) {
        this.accounts = accounts;
        this.rules = rules;
        this.mails = mails;
        this.audit = audit;
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
        added.ifPresent(person -> welcome(person, newcomer));
        return added;
    }

    private void welcome(Person person, NewPerson newcomer) {
        audit.tell(PERSON_SIGNED_UP, PERSON.is(person.id()));
        accounts.findVerified(newcomer.email())
                .ifPresentOrElse(
                        mails::tellAddressInUse, () -> mails.askForProof(person, newcomer.email()));
    }
}
