package guichet.authorization.people.mail;

import static guichet.kit.audit.AuditEvent.PASSWORD_RESET_MAILED;
import static guichet.kit.audit.AuditField.PERSON;

import guichet.authorization.language.Languages;
import guichet.authorization.people.mail.MailedLink.Purpose;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.Attribute;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.kit.audit.Audit;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Composes letters, with new links where they have some. */
@ApplicationScoped
class LetterComposer {
    private final People people;
    private final Accounts accounts;
    private final MailedLinks links;
    private final Languages languages;
    private final Audit audit;
    private final String issuer;

    LetterComposer(
            People people,
            Accounts accounts,
            MailedLinks links,
            Languages languages,
            Audit audit,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.languages = languages;
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

    /**
     * The letter; to an address that nobody has proved, without what strangers call themselves.
     *
     * @param otherwise the language for who does not say in the profile what theirs is
     */
    @Transactional
    WrittenLetter compose(Letter letter, Recipient recipient, Optional<String> otherwise) {
        Locale language = language(recipient.person(), otherwise);
        return new WrittenLetter(
                recipient.address(),
                letter.subject().in(Languages.messages(language)),
                text(letter, recipient).setLocale(language).render());
    }

    private Locale language(Person person, Optional<String> otherwise) {
        return people.profile(person.id())
                .flatMap(it -> Optional.ofNullable(it.attributes().get(Attribute.LOCALE)))
                .flatMap(languages::best)
                .or(() -> otherwise.flatMap(languages::find))
                .orElseGet(languages::usual);
    }

    private TemplateInstance text(Letter letter, Recipient recipient) {
        Person person = recipient.person();
        String name = person.displayName();
        String username = person.username();
        return switch (letter) {
            case VERIFY_ADDRESS ->
                    LetterTemplates.verifyAddress(
                            username, issuer, link(Purpose.VERIFY_ADDRESS, recipient));
            case INVITATION ->
                    LetterTemplates.invitation(
                            username, issuer, link(Purpose.RESET_PASSWORD, recipient));
            case RESET_PASSWORD ->
                    LetterTemplates.resetPassword(
                            name, username, issuer, link(Purpose.RESET_PASSWORD, recipient));
            case ADDRESS_IN_USE -> LetterTemplates.addressInUse(name, username, issuer);
            case ADDRESS_CHANGES -> LetterTemplates.addressChanges(name, username, issuer);
            case PASSWORD_CHANGED -> LetterTemplates.passwordChanged(name, username, issuer);
        };
    }

    private String link(Purpose purpose, Recipient recipient) {
        UUID personId = recipient.person().id();
        if (purpose == Purpose.RESET_PASSWORD) {
            audit.tell(PASSWORD_RESET_MAILED, PERSON.is(personId));
        }
        return links.issue(purpose, personId, recipient.address()).toString();
    }
}
