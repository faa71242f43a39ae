package guichet.authorization.people.account;

import static guichet.kit.audit.AuditEvent.EMAIL_CHANGE_ASKED;
import static guichet.kit.audit.AuditField.PERSON;

import guichet.authorization.people.mail.MailedLink;
import guichet.authorization.people.mail.MailedLink.Purpose;
import guichet.authorization.people.mail.MailedLinks;
import guichet.authorization.people.mail.Mails;
import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.SignedIn;
import guichet.kit.audit.Audit;
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
    private final AccessRevocation revocation;
    private final Audit audit;

    AddressChange(
            People people,
            Accounts accounts,
            Mails mails,
            MailedLinks links,
            AccessRevocation revocation,
            Audit audit) {
        this.people = people;
        this.accounts = accounts;
        this.mails = mails;
        this.links = links;
        this.revocation = revocation;
        this.audit = audit;
    }

    /** Sends the link, and tells the address that may be left, if that was proved. */
    @Transactional
    void ask(Profile profile, EmailAddress address) {
        var person = people.get(profile.personId());
        audit.tell(EMAIL_CHANGE_ASKED, PERSON.is(profile.personId()));
        accounts.findVerified(address)
                .filter(owner -> !owner.id().equals(person.id()))
                .ifPresentOrElse(mails::tellAddressInUse, () -> mails.askForProof(person, address));
        if (person.provedEmail().filter(it -> !isSame(it, address)).isPresent()) {
            mails.tellAddressChanges(person);
        }
    }

    private static boolean isSame(EmailAddress one, EmailAddress other) {
        return one.normalized().equals(other.normalized());
    }

    /** What a link confirms, as long as it is good. */
    Optional<Unconfirmed> find(OpaqueToken token) {
        return links.find(Purpose.VERIFY_ADDRESS, token)
                .flatMap(link ->
                        people.profile(link.personId())
                                .map(it -> new Unconfirmed(it, link.address().orElseThrow())));
    }

    /**
     * Spends the link; the address is the person's unless it is somebody else's by now. Links that
     * were mailed elsewhere end: whoever reads there has the account no more. The first one that is
     * proved ends what was opened before: somebody may have made the account with the address of
     * somebody else.
     *
     * @param present who is signed in at the browser that confirms
     */
    @Transactional
    boolean confirm(OpaqueToken token, Optional<SignedIn> present) {
        return links.spend(Purpose.VERIFY_ADDRESS, token)
                .filter(link -> verify(link, present))
                .isPresent();
    }

    private boolean verify(MailedLink link, Optional<SignedIn> present) {
        boolean first = people.find(link.personId()).flatMap(Person::provedEmail).isEmpty();
        Optional<EmailAddress> verified =
                link.address().filter(it -> accounts.verifyEmail(link.personId(), it));
        verified.ifPresent(it -> revocation.endLinksElsewhere(link.personId(), it));
        if (verified.isPresent() && first) {
            revocation.endAll(link.personId(), present, "first address proved");
        }
        return verified.isPresent();
    }

    /** An address that is to be somebody's. */
    record Unconfirmed(Profile person, EmailAddress address) {}
}
