package guichet.authorization.account;

import guichet.authorization.mail.Letter;
import guichet.authorization.mail.MailedLink;
import guichet.authorization.mail.MailedLink.Purpose;
import guichet.authorization.mail.MailedLinks;
import guichet.authorization.mail.Mails;
import guichet.authorization.person.Accounts;
import guichet.authorization.person.EmailAddress;
import guichet.authorization.person.People;
import guichet.authorization.person.Profile;
import guichet.oauth.OpaqueToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * Another e-mail address: asked for by who gave the password, had by who opens the link there and
 * proves to be the same person. An address may be given for any account, so that a link was opened
 * shows only that somebody reads there.
 */
@ApplicationScoped
class AddressChange {
    private final People people;
    private final Accounts accounts;
    private final Mails mails;
    private final MailedLinks links;

    AddressChange(People people, Accounts accounts, Mails mails, MailedLinks links) {
        this.people = people;
        this.accounts = accounts;
        this.mails = mails;
        this.links = links;
    }

    /** Sends the link, and tells the address that may be left. */
    @Transactional
    void ask(Profile profile, EmailAddress address) {
        var person = people.findById(profile.personId());
        accounts.findVerified(address)
                .filter(owner -> !owner.id().equals(person.id()))
                .ifPresentOrElse(
                        owner -> mails.write(Letter.ADDRESS_IN_USE, owner),
                        () -> mails.write(Letter.VERIFY_ADDRESS, person, address));
        person.email()
                .filter(old -> !old.normalized().equals(address.normalized()))
                .ifPresent(old -> mails.write(Letter.ADDRESS_CHANGES, person, old));
    }

    /** What a link confirms, as long as it is good. */
    Optional<Unconfirmed> find(OpaqueToken token) {
        return links.find(Purpose.VERIFY_ADDRESS, token)
                .flatMap(link ->
                        people.profile(link.personId())
                                .map(it -> new Unconfirmed(it, link.address().orElseThrow())));
    }

    /** Spends the link; the address is the person's unless it is somebody else's by now. */
    @Transactional
    boolean confirm(OpaqueToken token) {
        return links.spend(Purpose.VERIFY_ADDRESS, token).filter(this::verify).isPresent();
    }

    private boolean verify(MailedLink link) {
        return link.address()
                .filter(address -> accounts.verifyEmail(link.personId(), address))
                .isPresent();
    }

    /** An address that is to be somebody's. */
    record Unconfirmed(Profile person, EmailAddress address) {}
}
