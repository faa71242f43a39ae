package guichet.authorization.people.administration;

import static guichet.kit.audit.AuditEvent.PERSON_BLOCKED;
import static guichet.kit.audit.AuditEvent.PERSON_UNBLOCKED;

import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.GrantsOfPeople;
import guichet.authorization.people.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Whether a person may come in, and what they have opened. */
@ApplicationScoped
class PersonBlocking {
    private final Accounts accounts;
    private final GrantsOfPeople grants;
    private final Sessions sessions;
    private final ResetLinks links;
    private final AdministratorAudit audit;

    PersonBlocking(
            Accounts accounts,
            GrantsOfPeople grants,
            Sessions sessions,
            ResetLinks links,
            AdministratorAudit audit) {
        this.accounts = accounts;
        this.grants = grants;
        this.sessions = sessions;
        this.links = links;
        this.audit = audit;
    }

    int sessionsOf(Person person) {
        return sessions.listOf(person.id()).size();
    }

    /** Blocks a person and ends all that they granted: three rows, whatever they have opened. */
    @Transactional
    void block(Person person) {
        if (accounts.block(person.id(), true)) {
            grants.endAllOf(person.id(), "person blocked");
            audit.tell(PERSON_BLOCKED, person);
        }
    }

    /** Ends sessions and links, none of which is good while the person is blocked. */
    @Transactional
    void close(Person person) {
        sessions.endAllOf(person.id());
        links.endAllOf(person);
    }

    /** Lets a person sign in again, and into nothing that was open before. */
    @Transactional
    void unblock(Person person) {
        if (accounts.block(person.id(), false)) {
            close(person);
            audit.tell(PERSON_UNBLOCKED, person);
        }
    }
}
