package guichet.authorization.people.administration;

import static guichet.kit.audit.AuditEvent.PERSON_GROUPS_CHANGED;
import static guichet.kit.audit.AuditEvent.PERSON_ROLES_CHANGED;
import static guichet.kit.audit.AuditField.GROUPS;
import static guichet.kit.audit.AuditField.ROLES;

import guichet.authorization.people.person.Accounts;
import guichet.authorization.people.person.MemberNames;
import guichet.authorization.people.person.Membership;
import guichet.authorization.people.person.NewPerson;
import guichet.authorization.people.person.PasswordHash;
import guichet.authorization.people.person.People;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.person.Profile;
import guichet.authorization.people.session.GrantsOfPeople;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What administrators can do with people. */
@ApplicationScoped
class PeopleControl {
    private final Accounts accounts;
    private final People people;
    private final PersonBlocking blocking;
    private final ResetLinks links;
    private final GrantsOfPeople grants;
    private final AdministratorAudit audit;

    PeopleControl(
            Accounts accounts,
            People people,
            PersonBlocking blocking,
            ResetLinks links,
            GrantsOfPeople grants,
            AdministratorAudit audit) {
        this.accounts = accounts;
        this.people = people;
        this.blocking = blocking;
        this.links = links;
        this.grants = grants;
        this.audit = audit;
    }

    /** A password that nobody knows; outside of transactions, since it takes long. */
    PasswordHash nobodysPassword() {
        return accounts.hash(OpaqueToken.random(TokenKind.PASSWORD_OF_NOBODY).reveal());
    }

    /** A new person; empty when the name is taken. */
    @Transactional
    Optional<Person> add(NewPerson newcomer, PasswordHash password) {
        return accounts.add(newcomer, password);
    }

    @Transactional
    Optional<Person> find(String username) {
        return people.findByUsername(username);
    }

    @Transactional
    DescribedPerson describe(Person person) {
        Person present = people.get(person.id());
        Profile profile = people.profile(person.id()).orElseThrow();
        return DescribedPerson.of(present, profile, blocking.sessionsOf(person));
    }

    /**
     * Blocks a person and ends what they had; repeats change nothing. What bars them is committed
     * first and told at once, so that nothing they have opened can delay it.
     */
    void block(Person person) {
        blocking.block(person);
        grants.tellNow(person.id());
        blocking.close(person);
    }

    /** Lets a person sign in again; what ended stays so. */
    void unblock(Person person) {
        blocking.unblock(person);
    }

    /** Says what a person belongs to; tokens say it when they are made the next time. */
    @Transactional
    void assign(Person person, Membership membership, MemberNames names) {
        if (accounts.assign(person.id(), membership, names)) {
            switch (membership) {
                case ROLES -> audit.tell(PERSON_ROLES_CHANGED, person, ROLES.are(names.values()));
                case GROUPS ->
                        audit.tell(PERSON_GROUPS_CHANGED, person, GROUPS.are(names.values()));
            }
        }
    }

    /** A link to a new password, which the administrator hands over. */
    @Transactional
    ResetLink reset(Person person) {
        return links.handOver(person);
    }

    /** A link to a new password, mailed; empty for somebody without an address. */
    @Transactional
    Optional<ResetLink> resetByMail(Person person) {
        return people.get(person.id()).email().map(address -> links.mail(person, address));
    }
}
