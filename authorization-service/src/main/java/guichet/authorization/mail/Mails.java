package guichet.authorization.mail;

import guichet.authorization.person.EmailAddress;
import guichet.authorization.person.Person;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;

/** The letters that are to be sent; each is kept in the transaction of what it tells. */
@ApplicationScoped
public class Mails implements PanacheRepositoryBase<MailToSend, UUID> {
    private static final int AT_ONCE = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final MailCount count;
    private final Clock clock;

    Mails(MailCount count, Clock clock) {
        this.count = count;
        this.clock = clock;
    }

    /** A letter to a person at this address, which need not be theirs yet. */
    @Transactional
    public void write(Letter letter, Person person, EmailAddress address) {
        keep(letter, Optional.of(person.id()), address);
    }

    /** A letter to whoever has this address, if anybody. */
    @Transactional
    public void write(Letter letter, EmailAddress address) {
        keep(letter, Optional.empty(), address);
    }

    private void keep(Letter letter, Optional<UUID> person, EmailAddress address) {
        if (!letter.isForStrangers() || count.allows(address)) {
            persist(new MailToSend(letter, person, address, clock.instant()));
        }
    }

    /**
     * Takes letters that are due, for this replica alone: should they not be sent, they are due
     * again after a pause that doubles each time.
     */
    @Transactional
    List<MailToSend> take() {
        Instant now = clock.instant();
        List<MailToSend> due =
                find("dueAt <= ?1", Sort.by("dueAt"), now)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                        .page(0, AT_ONCE)
                        .list();
        for (MailToSend mail : due) {
            mail.dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(mail.attempts, 10)));
            mail.attempts++;
        }
        return due;
    }

    /** Forgets a letter that was sent. */
    @Transactional
    void sent(MailToSend mail) {
        deleteById(mail.id);
    }

    /** Forgets letters that nobody waits for any more; answers how many. */
    @Transactional
    long forgetOld(Duration age) {
        return delete("askedAt < ?1", clock.instant().minus(age));
    }
}
