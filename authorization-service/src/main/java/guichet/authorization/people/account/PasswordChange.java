package guichet.authorization.people.account;

import guichet.authorization.people.mail.MailedLink;
import guichet.authorization.people.mail.MailedLink.Purpose;
import guichet.authorization.people.mail.MailedLinks;
import guichet.authorization.people.mail.Mails;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.PasswordHash;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.SignedIn;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.UUID;

/** Another password, and the end of what the old one opened. */
@ApplicationScoped
class PasswordChange {
    private final People people;
    private final Accounts accounts;
    private final AccessRevocation revocation;
    private final Sessions sessions;
    private final MailedLinks links;
    private final Mails mails;

    PasswordChange(
            People people,
            Accounts accounts,
            AccessRevocation revocation,
            Sessions sessions,
            MailedLinks links,
            Mails mails) {
        this.people = people;
        this.accounts = accounts;
        this.revocation = revocation;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
    }

    /**
     * By the person at this browser, which goes on; nothing else does.
     *
     * @param checked the person as they were when the present password was checked
     * @return the cookie by which it goes on: a copy of the one before is worth nothing any more.
     *     Empty if the person was signed out or blocked meanwhile, or has another password: that
     *     stays as it is
     */
    @Transactional
    Optional<NewCookie> byPerson(SignedIn present, Person checked, PasswordHash password) {
        if (!people.isUnchangedForUpdate(checked)
                || !sessions.isOpen(checked.id(), present.sid())) {
            return Optional.empty();
        }
        change(checked.id(), password, "by the person");
        revocation.endBut(present, "password changed");
        return Optional.of(sessions.renew(present));
    }

    /** Who may choose a new password by this link. */
    Optional<Profile> whoMay(OpaqueToken token) {
        return links.find(Purpose.RESET_PASSWORD, token)
                .flatMap(link -> people.profile(link.personId()));
    }

    /** By whoever has the link, once: nothing goes on. False if it is good no more. */
    @Transactional
    boolean byLink(OpaqueToken token, PasswordHash password) {
        Optional<MailedLink> link = links.spend(Purpose.RESET_PASSWORD, token);
        link.ifPresent(it -> {
            change(it.personId(), password, "by a link");
            revocation.endAll(it.personId(), Optional.empty(), "password reset");
            it.address().ifPresent(address -> proveAddress(it.personId(), address));
        });
        return link.isPresent();
    }

    private void change(UUID personId, PasswordHash password, String how) {
        accounts.changePassword(personId, password, how);
        mails.tellPasswordChanged(people.get(personId));
    }

    /** The link was read there: the address is the person's, if it is still the account's. */
    private void proveAddress(UUID personId, EmailAddress address) {
        if (people.get(personId).email().equals(Optional.of(address))) {
            accounts.verifyEmail(personId, address);
        }
    }
}
