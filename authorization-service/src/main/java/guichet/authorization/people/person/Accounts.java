package guichet.authorization.people.person;

import static guichet.kit.audit.AuditEvent.EMAIL_CONFIRMED;
import static guichet.kit.audit.AuditEvent.PASSWORD_CHANGED;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.REASON;

import guichet.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes and changes people's accounts. What their end has to end is left to the callers. */
@ApplicationScoped
public class Accounts {
    private final PersonRows rows;
    private final Passwords passwords;
    private final EntityManager database;
    private final Clock clock;
    private final Audit audit;

    Accounts(
            PersonRows rows,
            Passwords passwords,
            EntityManager database,
            Clock clock,
            Audit audit) {
        this.rows = rows;
        this.passwords = passwords;
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** A password as it is kept, for {@link #add}; outside of transactions, since it takes long. */
    public PasswordHash hash(String password) {
        return new PasswordHash(passwords.hash(password));
    }

    /** Adds a person; empty when the name is taken, also if somebody else takes it just now. */
    @Transactional
    public Optional<Person> add(NewPerson newcomer, PasswordHash hash) {
        var id = UUID.randomUUID();
        int added =
                database.createNativeQuery(
                                """
                                insert into person
                                    (id, username, display_name, password_hash, email, signed_up, roles, groups, created_at, updated_at)
                                values (:id, :username, :name, :hash, :email, :signedUp, :roles, :groups, :now, :now)
                                on conflict do nothing\
                                """)
                        .setParameter("id", id)
                        .setParameter("username", People.normalized(newcomer.username()))
                        .setParameter("name", newcomer.displayName())
                        .setParameter("hash", hash.value())
                        .setParameter("email", newcomer.email().value())
                        .setParameter("signedUp", newcomer.signedUp())
                        .setParameter("roles", array(newcomer.roles()))
                        .setParameter("groups", array(newcomer.groups()))
                        .setParameter("now", clock.instant())
                        .executeUpdate();
        if (added == 0) {
            return Optional.empty();
        }
        return rows.findByIdOptional(id);
    }

    /** Changes name and attributes; a telephone number that is new is not verified. */
    @Transactional
    public void changeProfile(UUID id, String displayName, Map<Attribute, String> attributes) {
        Person person = rows.findByIdOptional(id).orElseThrow();
        var before = Optional.ofNullable(person.attributes.get(Attribute.PHONE_NUMBER));
        var after = Optional.ofNullable(attributes.get(Attribute.PHONE_NUMBER));
        person.displayName = displayName;
        person.attributes.clear();
        person.attributes.putAll(attributes);
        person.phoneNumberVerified &= after.isPresent() && after.equals(before);
        person.updatedAt = clock.instant();
    }

    /**
     * Gives the person an address that was proved to be theirs; false if it is somebody else's,
     * also if that becomes so just now. The caller holds the {@linkplain People#lock lock} of the
     * person.
     */
    @Transactional(TxType.MANDATORY)
    public boolean verifyEmail(UUID id, EmailAddress address) {
        lock(address);
        if (findVerified(address).filter(other -> !other.id().equals(id)).isPresent()) {
            return false;
        }
        rows.update(
                "email = ?1, emailVerified = true, updatedAt = ?2 where id = ?3",
                address.value(),
                clock.instant(),
                id);
        audit.tell(EMAIL_CONFIRMED, PERSON.is(id));
        return true;
    }

    /** Until the transaction ends nobody else is given it: of two, the second sees the first. */
    private void lock(EmailAddress address) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:it, 0))")
                .setParameter("it", "verified address " + address.normalized())
                .getSingleResult();
    }

    /** The person whose address it was proved to be. */
    @Transactional
    public Optional<Person> findVerified(EmailAddress address) {
        return rows.find("lower(email) = ?1 and emailVerified", address.normalized())
                .firstResultOptional();
    }

    /**
     * Gives the person another password.
     *
     * @param reason for the audit, in a few words
     */
    @Transactional
    public void changePassword(UUID id, PasswordHash hash, String reason) {
        rows.update("passwordHash = ?1 where id = ?2", hash.value(), id);
        audit.tell(PASSWORD_CHANGED, PERSON.is(id), REASON.is(reason));
    }

    /** Says what a person belongs to from now on; false if that is so already. */
    @Transactional
    public boolean assign(UUID id, Membership membership, MemberNames names) {
        int changed =
                database.createNativeQuery(
                                """
                                update person set %1$s = cast(:names as text[])
                                where id = :id and %1$s <> cast(:names as text[])\
                                """
                                        .formatted(membership.claim()))
                        .setParameter("names", array(names))
                        .setParameter("id", id)
                        .executeUpdate();
        return changed == 1;
    }

    private static String[] array(MemberNames names) {
        return names.values().toArray(String[]::new);
    }

    /** Blocks a person from signing in, or no longer; false if it is so already. */
    @Transactional
    public boolean block(UUID id, boolean blocked) {
        int changed =
                blocked
                        ? rows.update(
                                "blockedAt = ?1 where id = ?2 and blockedAt is null",
                                clock.instant(),
                                id)
                        : rows.update(
                                "blockedAt = null where id = ?1 and blockedAt is not null", id);
        return changed == 1;
    }
}
