package guichet.authorization.logout;

import guichet.authorization.grant.SessionClient;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox of back-channel logout. */
@ApplicationScoped
class BackChannelLogouts implements PanacheRepositoryBase<BackChannelLogout, UUID> {
    /** Longer than an attempt can last: whoever dies during one has it repeated after so long. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(30);

    private static final String CLAIM =
            """
            update back_channel_logout set attempts = attempts + 1, due_at = :end
            where id in (select id from back_channel_logout
                         where due_at <= :now and (:sid = '' or cast(sid as text) = :sid)
                         order by due_at limit :most for update skip locked)
            returning *
            """;

    private final Clock clock;
    private final LogoutConfig config;

    BackChannelLogouts(Clock clock, LogoutConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /** Keeps a message for each client, in the transaction that ends the session. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(UUID sid, Collection<SessionClient> clients) {
        Instant now = clock.instant();
        clients.forEach(client -> persist(new BackChannelLogout(sid, client, now)));
    }

    /** Takes messages that are due, of one session or of all; nobody else gets them meanwhile. */
    @Transactional
    List<BackChannelLogout> claim(Optional<UUID> sid, int most) {
        Instant now = clock.instant();
        List<?> claimed =
                getEntityManager()
                        .createNativeQuery(CLAIM, BackChannelLogout.class)
                        .setParameter("now", now)
                        .setParameter("end", now.plus(LEASE))
                        .setParameter("sid", sid.map(UUID::toString).orElse(""))
                        .setParameter("most", most)
                        .getResultList();
        return claimed.stream().map(BackChannelLogout.class::cast).toList();
    }

    /** Forgets a message that was delivered, or that nobody wants. */
    @Transactional
    void done(BackChannelLogout logout) {
        deleteById(logout.id);
    }

    /** Keeps a message for later; false when it has been tried for long enough and is forgotten. */
    @Transactional
    boolean postpone(BackChannelLogout logout) {
        Instant next = clock.instant().plus(rest(logout.attempts));
        if (next.isAfter(logout.endedAt.plus(config.backChannelPatience()))) {
            deleteById(logout.id);
            return false;
        }
        update("dueAt = ?1 where id = ?2", next, logout.id);
        return true;
    }

    /** Twice as long each time. */
    private static Duration rest(int attempts) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(attempts - 1, 20));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }
}
