package guichet.authorization.people.signup;

import static guichet.kit.audit.AuditEvent.PERSON_DELETED;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.REASON;

import guichet.authorization.people.mail.LetterDelivery;
import guichet.kit.audit.Audit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Deletes accounts that somebody made for themselves and does not use, unless their address was
 * proved: their names are free again, and an address that is somebody else's is forgotten. Who is
 * signed in, or has an application that may still act for them, uses theirs. Where no mail is sent
 * nobody can prove anything: there every account stays.
 */
@ApplicationScoped
class UnprovedAccounts {
    private static final int AT_ONCE = 100;

    /** So many times in a run: what is left then is the next one's. */
    private static final int TIMES = 100;

    private static final String UNUSED =
            " not email_verified"
                    + " and not exists (select 1 from session where session.person_id = person.id)"
                    + " and not exists (select 1 from authorization_grant as given"
                    + " where given.person_id = person.id and given.expires_at > :now"
                    + " and not exists (select 1 from ended_grant where ended_grant.id = given.id)) ";

    /** Whoever signs in meanwhile waits, or is passed by. */
    private static final String LOCK =
            "select id from person where signed_up and blocked_at is null and created_at < :past and"
                    + UNUSED
                    + "order by created_at limit :most for update skip locked";

    /** Looks again: somebody may have signed in just before the lock. */
    private static final String DELETE =
            "delete from person where id in (:ids) and" + UNUSED + "returning id";

    private final EntityManager database;
    private final Clock clock;
    private final LetterDelivery letters;
    private final Duration lifetime;
    private final Audit audit;

    UnprovedAccounts(
            EntityManager database,
            Clock clock,
            LetterDelivery letters,
            SignUpConfig config,
            Audit audit) {
        this.database = database;
        this.clock = clock;
        this.letters = letters;
        this.audit = audit;
        this.lifetime = config.unprovedLifetime();
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void expire() {
        if (!letters.isThere()) {
            return;
        }
        for (int time = 0; time < TIMES; time++) {
            if (QuarkusTransaction.requiringNew().call(this::expireSome) < AT_ONCE) {
                return;
            }
        }
    }

    private int expireSome() {
        List<?> due = locked(clock.instant());
        if (!due.isEmpty()) {
            deleted(due).forEach(this::tell);
        }
        return due.size();
    }

    private void tell(Object id) {
        audit.tell(PERSON_DELETED, PERSON.is(id), REASON.is("address never proved"));
    }

    private List<?> locked(Instant now) {
        return database.createNativeQuery(LOCK, UUID.class)
                .setParameter("now", now)
                .setParameter("past", now.minus(lifetime))
                .setParameter("most", AT_ONCE)
                .getResultList();
    }

    private List<?> deleted(List<?> ids) {
        return database.createNativeQuery(DELETE, UUID.class)
                .setParameter("ids", ids)
                .setParameter("now", clock.instant())
                .getResultList();
    }
}
