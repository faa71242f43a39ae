package guichet.authorization.administration;

import guichet.authorization.grant.Grants;
import guichet.authorization.person.Person;
import guichet.authorization.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;

/** What a person has opened: sessions here, grants everywhere. */
@ApplicationScoped
class Access {
    private final Sessions sessions;
    private final Grants grants;

    Access(Sessions sessions, Grants grants) {
        this.sessions = sessions;
        this.grants = grants;
    }

    int sessionsOf(Person person) {
        return sessions.listOf(person.id()).size();
    }

    /** Ends all of it, in the caller's transaction. */
    void end(Person person) {
        sessions.endAllOf(person.id());
        grants.revokeAllOf(person.id(), "person blocked");
    }
}
