package guichet.authorization.protocol.logout;

import static guichet.kit.audit.AuditEvent.SESSION_ENDED;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.REASON;
import static guichet.kit.audit.AuditField.SESSION;

import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.SessionsEnded;
import guichet.authorization.protocol.grant.Grants;
import guichet.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/** Ends sessions, with what belongs to them. */
@ApplicationScoped
class SignOut {
    private final Sessions sessions;
    private final Grants grants;
    private final BackChannelLogouts backChannel;
    private final LogoutConfig config;
    private final Audit audit;

    SignOut(
            Sessions sessions,
            Grants grants,
            BackChannelLogouts backChannel,
            LogoutConfig config,
            Audit audit) {
        this.sessions = sessions;
        this.grants = grants;
        this.backChannel = backChannel;
        this.config = config;
        this.audit = audit;
    }

    /** Ends a session because its person leaves, and gives its clients a moment to take note. */
    void end(UUID sid) {
        sessions.end(sid, "signed out");
        backChannel.deliverFirst(sid);
    }

    /** In the transaction that ends sessions, however it came to that. */
    void ended(@Observes SessionsEnded ended) {
        backChannel.keep(grants.clientsOfSessions(ended.sids()));
        grants.revokeOfSessions(
                ended.personId(), ended.sids(), config.endsOfflineAccess(), ended.reason());
        ended.sids().forEach(sid -> tell(ended, sid));
    }

    private void tell(SessionsEnded ended, UUID sid) {
        audit.tell(
                SESSION_ENDED,
                PERSON.is(ended.personId()),
                SESSION.is(sid),
                REASON.is(ended.reason()));
    }
}
