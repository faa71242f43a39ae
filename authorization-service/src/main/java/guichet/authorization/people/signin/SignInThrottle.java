package guichet.authorization.people.signin;

import guichet.kit.database.ExpiredRows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Counts attempts by who guesses before they are made, so that racing guesses count too. After five
 * in a row there is a rest, for five seconds at first and twice as long each time, fifteen minutes
 * at most; a success starts anew.
 */
@ApplicationScoped
class SignInThrottle {
    private static final int FREE_ATTEMPTS = 5;
    private static final int FIRST_REST_SECONDS = 5;
    private static final int LONGEST_REST_SECONDS = 900;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final EntityManager database;
    private final Clock clock;
    private final ExpiredRows expired;

    SignInThrottle(EntityManager database, Clock clock, DataSource tables) {
        this.database = database;
        this.clock = clock;
        this.expired = new ExpiredRows(tables);
    }

    /** How long the rest still is; empty when an attempt may be made, which is then counted. */
    @Transactional
    Optional<Duration> attempt(Guesser guesser) {
        Instant now = clock.instant();
        int counted =
                database.createNativeQuery(
                                """
                                insert into sign_in_throttle as t (username_sha256, failures, blocked_until)
                                values (:name, 1, :now)
                                on conflict (username_sha256) do update
                                set failures = t.failures + 1,
                                    blocked_until = cast(:now as timestamptz) + make_interval(secs =>
                                        case when t.failures + 1 < :free then 0
                                             else least(:longest, :first * power(2, least(t.failures + 1 - :free, 20))) end)
                                where t.failures < :free or t.blocked_until <= :now\
                                """)
                        .setParameter("name", guesser.sha256())
                        .setParameter("now", now)
                        .setParameter("free", FREE_ATTEMPTS)
                        .setParameter("first", FIRST_REST_SECONDS)
                        .setParameter("longest", LONGEST_REST_SECONDS)
                        .executeUpdate();
        return counted == 1 ? Optional.empty() : Optional.of(rest(guesser, now));
    }

    private Duration rest(Guesser guesser, Instant now) {
        List<?> found =
                database.createNativeQuery(
                                "select blocked_until from sign_in_throttle"
                                        + " where username_sha256 = :name",
                                Instant.class)
                        .setParameter("name", guesser.sha256())
                        .getResultList();
        // The row may be gone by now: another attempt succeeded.
        Instant until = found.isEmpty() ? now : (Instant) found.getFirst();
        return Duration.between(now, until).plusSeconds(1);
    }

    /** Takes back an attempt that was counted and then not made; the first leaves nothing. */
    @Transactional
    void takeBack(Guesser guesser) {
        database.createNativeQuery(
                        "update sign_in_throttle"
                                + " set failures = failures - 1, blocked_until = :now"
                                + " where username_sha256 = :name")
                .setParameter("now", clock.instant())
                .setParameter("name", guesser.sha256())
                .executeUpdate();
        database.createNativeQuery(
                        "delete from sign_in_throttle"
                                + " where username_sha256 = :name and failures <= 0")
                .setParameter("name", guesser.sha256())
                .executeUpdate();
    }

    /** Forgets the attempts of somebody who has proved to be the person. */
    @Transactional
    void reset(Guesser guesser) {
        database.createNativeQuery("delete from sign_in_throttle where username_sha256 = :name")
                .setParameter("name", guesser.sha256())
                .executeUpdate();
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOld() {
        Instant past = clock.instant().minus(FORGOTTEN_AFTER);
        expired.delete("sign_in_throttle", "blocked_until < ?", past);
    }
}
