package guichet.authorization.mail;

import guichet.authorization.mail.MailedLink.Purpose;
import guichet.authorization.person.Accounts;
import guichet.authorization.person.EmailAddress;
import guichet.authorization.person.People;
import guichet.authorization.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes letters, with new links where they have some. */
@ApplicationScoped
class Writer {
    private final People people;
    private final Accounts accounts;
    private final MailedLinks links;
    private final String issuer;

    Writer(
            People people,
            Accounts accounts,
            MailedLinks links,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.issuer = issuer;
    }

    /** One letter to each person whom it concerns; to a person who is gone, none. */
    @Transactional
    List<Text> write(LetterToSend mail) {
        return concerned(mail)
                .filter(person -> !person.isBlocked())
                .map(person -> write(mail.letter(), person, to(mail, person)))
                .toList();
    }

    private Stream<Person> concerned(LetterToSend mail) {
        return mail.personId() == null
                ? accounts.reachableAt(new EmailAddress(mail.address())).stream()
                : people.findByIdOptional(mail.personId()).stream();
    }

    /** How a stranger wrote an address finds an account; its letters go where its person said. */
    private static EmailAddress to(LetterToSend mail, Person person) {
        return mail.personId() == null
                ? person.email().orElseThrow()
                : new EmailAddress(mail.address());
    }

    private Text write(Letter letter, Person person, EmailAddress address) {
        String name = person.displayName();
        String username = person.username();
        return switch (letter) {
            case VERIFY_ADDRESS ->
                    new Text(
                            address,
                            "Confirm your e-mail address",
                            LetterTemplates.verifyAddress(
                                            name,
                                            username,
                                            issuer,
                                            link(Purpose.VERIFY_ADDRESS, person, address))
                                    .render());
            case RESET_PASSWORD ->
                    new Text(
                            address,
                            "Choose a new password",
                            LetterTemplates.resetPassword(
                                            name,
                                            username,
                                            issuer,
                                            link(Purpose.RESET_PASSWORD, person, address))
                                    .render());
            case ADDRESS_IN_USE ->
                    new Text(
                            address,
                            "You have an account already",
                            LetterTemplates.addressInUse(name, username, issuer).render());
            case ADDRESS_CHANGES ->
                    new Text(
                            address,
                            "Your e-mail address is about to change",
                            LetterTemplates.addressChanges(name, username, issuer).render());
            case PASSWORD_CHANGED ->
                    new Text(
                            address,
                            "Your password was changed",
                            LetterTemplates.passwordChanged(name, username, issuer).render());
        };
    }

    private String link(Purpose purpose, Person person, EmailAddress address) {
        return links.issue(purpose, person.id(), address).toString();
    }
}
