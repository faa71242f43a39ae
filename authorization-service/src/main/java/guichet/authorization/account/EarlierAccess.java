package guichet.authorization.account;

import guichet.authorization.consent.Consents;
import guichet.authorization.grant.GrantEnds;
import guichet.authorization.grant.Grants;
import guichet.authorization.grant.SessionClient;
import guichet.authorization.mail.MailedLinks;
import guichet.authorization.mail.Mails;
import guichet.authorization.person.EmailAddress;
import guichet.authorization.session.Sessions;
import guichet.authorization.session.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was opened with an account until now, by whoever had it: its end is what people change a
 * password for, RFC 9700 §4.14.2. Each method works in the transaction that changes the account.
 */
@ApplicationScoped
class EarlierAccess {
    private final Grants given;
    private final GrantEnds grants;
    private final Sessions sessions;
    private final Consents consents;
    private final MailedLinks links;
    private final Mails mails;

    EarlierAccess(
            Grants given,
            GrantEnds grants,
            Sessions sessions,
            Consents consents,
            MailedLinks links,
            Mails mails) {
        this.given = given;
        this.grants = grants;
        this.sessions = sessions;
        this.consents = consents;
        this.links = links;
        this.mails = mails;
    }

    /**
     * Ends it but for this browser and what was granted there: the person has the account.
     *
     * @param present whose session is open: an earlier end would have ended it
     */
    void endBut(SignedIn present, String reason) {
        UUID person = present.personId();
        grants.endAllBut(person, present.sid(), reason);
        sessions.endOthersOf(present);
        endLinksOf(person);
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
        consents.withdrawAllBut(personId, kept.map(this::clientsOf).orElse(Set.of()));
    }

    private Set<String> clientsOf(SignedIn present) {
        return given.clientsOf(List.of(present.sid())).stream()
                .map(SessionClient::clientId)
                .collect(Collectors.toUnmodifiableSet());
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
