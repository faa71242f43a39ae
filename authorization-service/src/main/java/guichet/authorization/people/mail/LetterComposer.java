package guichet.authorization.people.mail;

import static guichet.kit.audit.AuditEvent.PASSWORD_RESET_MAILED;
import static guichet.kit.audit.AuditField.PERSON;

import guichet.authorization.people.mail.MailedLink.Purpose;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Composes letters, with new links where they have some. */
@ApplicationScoped
class LetterComposer {
    private final People people;
    private final Accounts accounts;
    private final MailedLinks links;
    private final Audit audit;
    private final String issuer;

    LetterComposer(
            People people,
            Accounts accounts,
            MailedLinks links,
            Audit audit,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.audit = audit;
        this.issuer = issuer;
    }

    /** Who is to have it, and where; nobody who is gone or blocked. */
    @Transactional
    Optional<Recipient> recipient(LetterToSend mail) {
        Optional<Recipient> found =
                mail.personId() == null
                        ? accounts.findVerified(new EmailAddress(mail.address()))
                                .flatMap(LetterComposer::atTheirOwn)
                        : people.find(mail.personId())
                                .map(it -> new Recipient(it, new EmailAddress(mail.address())));
        return found.filter(it -> !it.person().isBlocked());
    }

    /** How a stranger wrote an address finds an account; its letters go where its person said. */
    private static Optional<Recipient> atTheirOwn(Person person) {
        return person.provedEmail().map(address -> new Recipient(person, address));
    }

    /** The letter; to an address that nobody has proved, without what strangers call themselves. */
    @Transactional
    WrittenLetter compose(Letter letter, Recipient recipient) {
        Person person = recipient.person();
        EmailAddress address = recipient.address();
        String name = person.displayName();
        String username = person.username();
        return switch (letter) {
            case VERIFY_ADDRESS ->
                    new WrittenLetter(
                            address,
                            "Confirm your e-mail address",
                            LetterTemplates.verifyAddress(
                                            username,
                                            issuer,
                                            link(Purpose.VERIFY_ADDRESS, person, address))
                                    .render());
            case INVITATION ->
                    new WrittenLetter(
                            address,
                            "Choose a password",
                            LetterTemplates.invitation(
                                            username,
                                            issuer,
                                            link(Purpose.RESET_PASSWORD, person, address))
                                    .render());
            case RESET_PASSWORD ->
                    new WrittenLetter(
                            address,
                            "Choose a new password",
                            LetterTemplates.resetPassword(
                                            name,
                                            username,
                                            issuer,
                                            link(Purpose.RESET_PASSWORD, person, address))
                                    .render());
            case ADDRESS_IN_USE ->
                    new WrittenLetter(
                            address,
                            "You have an account already",
                            LetterTemplates.addressInUse(name, username, issuer).render());
            case ADDRESS_CHANGES ->
                    new WrittenLetter(
                            address,
                            "Your e-mail address is about to change",
                            LetterTemplates.addressChanges(name, username, issuer).render());
            case PASSWORD_CHANGED ->
                    new WrittenLetter(
                            address,
                            "Your password was changed",
                            LetterTemplates.passwordChanged(name, username, issuer).render());
        };
    }

    private String link(Purpose purpose, Person person, EmailAddress address) {
        if (purpose == Purpose.RESET_PASSWORD) {
            audit.tell(PASSWORD_RESET_MAILED, PERSON.is(person.id()));
        }
        return links.issue(purpose, person.id(), address).toString();
    }
}
