package guichet.authorization.people.mail;

import guichet.kit.database.ExpiredRows;
import guichet.oauth.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Counts the letters that go out, each kind by itself, so that those that strangers cause use up no
 * other's: five an hour to one address and to one person, so many that one client's network has
 * caused, and so many in all.
 */
@ApplicationScoped
class MailCount {
    private static final int AN_HOUR_TO_ONE_PERSON = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final EntityManager database;
    private final MailConfig config;
    private final Clock clock;
    private final ExpiredRows expired;

    MailCount(EntityManager database, MailConfig config, Clock clock, DataSource tables) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.expired = new ExpiredRows(tables);
    }

    /**
     * Counts a letter that is about to go out; false if there were enough, and then it is not
     * counted.
     *
     * @throws BudgetSpent if everybody together had enough for now
     */
    @Transactional
    boolean spend(LetterToSend letter, Recipient recipient) {
        if (!count(all(letter))) {
            throw new BudgetSpent();
        }
        boolean isAllowed = own(letter, recipient).stream().allMatch(this::count);
        if (!isAllowed) {
            QuarkusTransaction.setRollbackOnly();
        }
        return isAllowed;
    }

    private Counted all(LetterToSend letter) {
        return new Counted(letter.letter() + " to everybody", config.anHour());
    }

    private List<Counted> own(LetterToSend letter, Recipient recipient) {
        var to =
                Stream.of(
                        new Counted(
                                letter.letter() + " to " + recipient.address().normalized(),
                                AN_HOUR_TO_ONE_PERSON),
                        new Counted(
                                letter.letter() + " to " + recipient.person().id(),
                                AN_HOUR_TO_ONE_PERSON));
        var from =
                Stream.ofNullable(letter.client())
                        .map(it ->
                                new Counted(
                                        letter.letter() + " from " + it,
                                        config.anHourFromOneClient()));
        return Stream.concat(to, from).toList();
    }

    private boolean count(Counted counted) {
        Instant now = clock.instant();
        return database.createNativeQuery(
                                """
                                insert into mail_count as c (address_sha256, since, letters)
                                values (:key, :now, 1)
                                on conflict (address_sha256) do update
                                set letters = case when c.since <= :hourAgo then 1 else c.letters + 1 end,
                                    since = case when c.since <= :hourAgo then excluded.since else c.since end
                                where c.letters < :limit or c.since <= :hourAgo\
                                """)
                        .setParameter("key", counted.key())
                        .setParameter("now", now)
                        .setParameter("hourAgo", now.minus(HOUR))
                        .setParameter("limit", counted.limit())
                        .executeUpdate()
                == 1;
    }

    /** Takes back a letter that was counted and did not go out. */
    @Transactional
    void giveBack(LetterToSend letter, Recipient recipient) {
        Stream.concat(Stream.of(all(letter)), own(letter, recipient).stream())
                .forEach(this::giveBack);
    }

    private void giveBack(Counted counted) {
        database.createNativeQuery(
                        "update mail_count set letters = letters - 1"
                                + " where address_sha256 = :key and letters > 0")
                .setParameter("key", counted.key())
                .executeUpdate();
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        expired.delete("mail_count", "since < ?", clock.instant().minus(HOUR));
    }

    /** What is counted, and how many there may be of it in an hour. */
    private record Counted(String what, int limit) {
        /** Addresses are not kept: only their digest is. */
        String key() {
            return Sha256.hex(what);
        }
    }

    /** As many letters of a kind have gone out as may in an hour: the next ones wait. */
    static final class BudgetSpent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
