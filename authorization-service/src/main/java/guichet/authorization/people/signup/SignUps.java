package guichet.authorization.people.signup;

import static guichet.kit.audit.AuditEvent.PERSON_SIGNED_UP;
import static guichet.kit.audit.AuditEvent.SIGN_UP_REFUSED;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.REASON;

import guichet.authorization.language.Text;
import guichet.authorization.people.mail.Mails;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.PasswordHash;
import guichet.authorization.people.person.PasswordRules;
import guichet.authorization.people.person.Person;
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
    Map<String, Text> faults(SignUpForm form) {
        Map<String, Text> faults = form.faults(rules);
        if (!faults.isEmpty()) {
            tellRefused("a field is not good");
        }
        return faults;
    }

    /** Somebody wants an account where none is made. */
    void refuse() {
        tellRefused("sign-up is closed");
    }

    private void tellRefused(String reason) {
        audit.tell(SIGN_UP_REFUSED, REASON.is(reason));
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
        added.ifPresentOrElse(
                person -> welcome(person, newcomer), () -> tellRefused("the name is taken"));
        return added;
    }

    private void welcome(Person person, NewPerson newcomer) {
        audit.tell(PERSON_SIGNED_UP, PERSON.is(person.id()));
        accounts.findVerified(newcomer.email())
                .ifPresentOrElse(
                        mails::tellAddressInUse, () -> mails.askForProof(person, newcomer.email()));
    }
}
