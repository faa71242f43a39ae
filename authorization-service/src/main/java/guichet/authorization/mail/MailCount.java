package guichet.authorization.mail;

import guichet.authorization.person.EmailAddress;
import guichet.kit.limit.ClientNetwork;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Counts the letters that anybody can cause: five an hour to one address, of which nobody is told,
 * and so many an hour from one client and in all, of which everybody is.
 */
@ApplicationScoped
class MailCount {
    private static final int AN_HOUR_TO_ONE_ADDRESS = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    private final EntityManager database;
    private final MailConfig config;
    private final ClientNetwork client;
    private final Clock clock;

    MailCount(EntityManager database, MailConfig config, ClientNetwork client, Clock clock) {
        this.database = database;
        this.config = config;
        this.client = client;
        this.clock = clock;
    }

    /** Counts a letter to this address; false if it had enough. */
    @Transactional
    boolean allows(EmailAddress address) {
        client.find().ifPresent(it -> require(key("from " + it), config.anHourFromOneClient()));
        require(key("to everybody"), config.anHour());
        return count(key("to " + address.normalized()), AN_HOUR_TO_ONE_ADDRESS);
    }

    private void require(String key, int limit) {
        if (!count(key, limit)) {
            throw Reason.MAIL_LIMIT_REACHED.refuse("as much mail was sent as may be in an hour");
        }
    }

    private boolean count(String key, int limit) {
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
                        .setParameter("key", key)
                        .setParameter("now", now)
                        .setParameter("hourAgo", now.minus(HOUR))
                        .setParameter("limit", limit)
                        .executeUpdate()
                == 1;
    }

    @Scheduled(every = "1h")
    @Transactional
    void forgetOld() {
        database.createNativeQuery("delete from mail_count where since < :hourAgo")
                .setParameter("hourAgo", clock.instant().minus(HOUR))
                .executeUpdate();
    }

    private static String key(String text) {
        return OpaqueToken.of(text).sha256();
    }
}
