package guichet.authorization.account;

import guichet.authorization.mail.Letter;
import guichet.authorization.mail.MailedLink;
import guichet.authorization.mail.MailedLink.Purpose;
import guichet.authorization.mail.MailedLinks;
import guichet.authorization.mail.Mails;
import guichet.authorization.person.Accounts;
import guichet.authorization.person.EmailAddress;
import guichet.authorization.person.PasswordHash;
import guichet.authorization.person.People;
import guichet.authorization.person.Profile;
import guichet.authorization.session.Sessions;
import guichet.authorization.session.SignedIn;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Another password, and the end of what the old one opened. */
@ApplicationScoped
class PasswordChange {
    private final People people;
    private final Accounts accounts;
    private final Sessions sessions;
    private final MailedLinks links;
    private final Mails mails;

    PasswordChange(
            People people, Accounts accounts, Sessions sessions, MailedLinks links, Mails mails) {
        this.people = people;
        this.accounts = accounts;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
    }

    /** By the person at this browser, which stays signed in; every other one does not. */
    @Transactional
    void byPerson(SignedIn person, PasswordHash password) {
        change(person.personId(), password);
        sessions.endOthersOf(person);
    }

    /** Who may choose a new password by this link. */
    Optional<Profile> whoMay(OpaqueToken token) {
        return links.find(Purpose.RESET_PASSWORD, token)
                .flatMap(link -> people.profile(link.personId()));
    }

    /** By whoever has the link, once: no browser stays signed in. False if it is good no more. */
    @Transactional
    boolean byLink(OpaqueToken token, PasswordHash password) {
        Optional<MailedLink> link = links.spend(Purpose.RESET_PASSWORD, token);
        link.ifPresent(it -> {
            change(it.personId(), password);
            sessions.endAllOf(it.personId());
            it.address().ifPresent(address -> proveAddress(it.personId(), address));
        });
        return link.isPresent();
    }

    private void change(UUID personId, PasswordHash password) {
        accounts.changePassword(personId, password);
        links.endAllOf(personId, Purpose.RESET_PASSWORD);
        mails.write(Letter.PASSWORD_CHANGED, people.get(personId));
    }

    /** The link was read there: the address is the person's, if it is still the account's. */
    private void proveAddress(UUID personId, EmailAddress address) {
        if (people.get(personId).email().equals(Optional.of(address))) {
            accounts.verifyEmail(personId, address);
        }
    }
}
