package guichet.authorization.people.account;

import guichet.authorization.people.mail.MailedLinks;
import guichet.authorization.people.mail.Mails;
import guichet.authorization.people.person.EmailAddress;
import guichet.authorization.people.session.GrantsOfPeople;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What was opened with an account until now, by whoever had it: its end is what people change a
 * password for, RFC 9700 §4.14.2. Each method works in the transaction that changes the account.
 */
@ApplicationScoped
class AccessRevocation {
    private final GrantsOfPeople grants;
    private final Sessions sessions;
    private final MailedLinks links;
    private final Mails mails;

    AccessRevocation(GrantsOfPeople grants, Sessions sessions, MailedLinks links, Mails mails) {
        this.grants = grants;
        this.sessions = sessions;
        this.links = links;
        this.mails = mails;
    }

    /**
     * Ends it but for this browser and what was granted there: the person has the account.
     *
     * @param present whose session is open: an earlier end would have ended it
     */
    void endBut(SignedIn present, String reason) {
        grants.endAllBut(present, reason);
        sessions.endOthersOf(present);
        endLinksOf(present.personId());
    }

    /**
     * Ends it, and what was approved but for what goes on: until now somebody else may have had the
     * account.
     *
     * @param present the browser that goes on, if the person is signed in there
     */
    void endAll(UUID personId, Optional<SignedIn> present, String reason) {
        Optional<SignedIn> kept =
                present.filter(it -> it.personId().equals(personId))
                        .filter(it -> sessions.isOpen(personId, it.sid()));
        kept.ifPresentOrElse(it -> endBut(it, reason), () -> end(personId, reason));
        grants.forgetApprovals(personId, kept);
    }

    /** Grants first: what ends with them is not told again session by session. */
    private void end(UUID personId, String reason) {
        grants.endAllOf(personId, reason);
        sessions.endAllOf(personId);
        endLinksOf(personId);
    }

    /**
     * Ends the ways to the account that lead by other addresses: they may be somebody else's by
     * now. Letters to this one that wait to be sent are taken back too, since the address is
     * proved.
     */
    void endLinksElsewhere(UUID personId, EmailAddress address) {
        links.endElsewhere(personId, address);
        mails.takeBackLinks(personId);
    }

    /** Those that were mailed, and those that a letter will have that still waits. */
    private void endLinksOf(UUID personId) {
        links.endAllOf(personId);
        mails.takeBackLinks(personId);
    }
}
