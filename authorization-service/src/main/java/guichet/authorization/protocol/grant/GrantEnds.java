package guichet.authorization.protocol.grant;

import guichet.authorization.protocol.tokenservice.GrantEnd;
import guichet.authorization.protocol.tokenservice.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The ends of all grants of a person at once: a row and a message, however many there are. What was
 * issued for them ends within seconds.
 */
@ApplicationScoped
public class GrantEnds {
    /** The later of two ends says it all: the session that it keeps began after the earlier one. */
    private static final String END =
            """
            insert into grant_end as present (id, person_id, client_id, kept_sid, until)
            values (gen_random_uuid(), :person, :client, :kept, :until)
            on conflict (person_id, client_id) do update
            set kept_sid = excluded.kept_sid, until = greatest(present.until, excluded.until)
            """;

    /** However far ahead the clock of a replica is that made one of them, or told of an end. */
    private static final String UNTIL_NOW =
            """
            select greatest(
                cast(:now as timestamptz),
                (select max(until) + interval '1 microsecond' from grant_end
                 where person_id = :person),
                (select max(created_at) from authorization_grant where person_id = :person))
            """;

    /** However far ahead the clock of a replica is that told of an end, or made another grant. */
    private static final String FROM_NOW =
            """
            select greatest(
                cast(:now as timestamptz),
                (select max(until) + interval '1 microsecond' from grant_end
                 where person_id = :person and (client_id is null or client_id = :client)),
                (select max(created_at) + interval '1 microsecond' from authorization_grant
                 where person_id = :person and client_id = :client))
            """;

    /**
     * Those for which nothing was issued that can be refreshed, and may never be. Who is at one of
     * them goes on.
     */
    private static final String FORGET_UNREDEEMED =
            """
            delete from authorization_grant where id in (
                select id from authorization_grant
                where person_id = :person and client_id = :client and redeemed_at is null
                order by created_at desc offset :room for update skip locked)
            """;

    /** The newest one for which there is no room any more. */
    private static final String TOO_MANY =
            """
            select created_at from authorization_grant
            where person_id = :person and client_id = :client and expires_at > :now
              and redeemed_at is not null
              and not exists (select 1 from ended_grant where ended_grant.id = authorization_grant.id)
            order by created_at desc offset :most limit 1
            """;

    private static final String LOCK =
            "select pg_advisory_xact_lock(hashtextextended('grants of ' || :person || ' at ' || :client, 0))";

    private final EntityManager database;
    private final Clock clock;
    private final TokenService tokenService;
    private final int most;

    GrantEnds(EntityManager database, Clock clock, TokenService tokenService, GrantConfig config) {
        this.database = database;
        this.clock = clock;
        this.tokenService = tokenService;
        this.most = config.mostAtOneClient();
    }

    /**
     * Ends all grants of a person, whatever the client.
     *
     * @param reason for the audit, in a few words
     */
    @Transactional
    public void endAllOf(UUID personId, String reason) {
        end(personId, Optional.empty(), Optional.empty(), reason);
    }

    /** Ends all grants of a person but those that were made in this session. */
    @Transactional
    public void endAllBut(UUID personId, UUID keptSid, String reason) {
        end(personId, Optional.empty(), Optional.of(keptSid), reason);
    }

    /** Ends all grants that a client has of a person. */
    @Transactional
    public void endAllAt(UUID personId, String clientId, String reason) {
        end(personId, Optional.of(clientId), Optional.empty(), reason);
    }

    private void end(
            UUID personId, Optional<String> clientId, Optional<UUID> keptSid, String reason) {
        end(new GrantEnd(personId, clientId, keptSid, untilNow(personId), reason));
    }

    private Instant untilNow(UUID personId) {
        return (Instant) question(UNTIL_NOW, personId).getSingleResult();
    }

    /**
     * Makes room for a grant of which nothing can be refreshed yet: no person has to press anything
     * for it, so that it pushes out others like it alone. Who makes one at the same time waits for
     * the end of the transaction.
     */
    @Transactional(TxType.MANDATORY)
    void forgetUnredeemed(UUID personId, String clientId) {
        lock(personId, clientId);
        database.createNativeQuery(FORGET_UNREDEEMED)
                .setParameter("person", personId)
                .setParameter("client", clientId)
                .setParameter("room", most - 1)
                .executeUpdate();
    }

    /** Ends the oldest grants that a client has of a person if it has been given too many. */
    @Transactional(TxType.MANDATORY)
    void endTooMany(UUID personId, String clientId) {
        lock(personId, clientId);
        List<?> tooMany =
                question(TOO_MANY, personId)
                        .setParameter("client", clientId)
                        .setParameter("most", most)
                        .getResultList();
        tooMany.forEach(until -> endOldest(personId, clientId, (Instant) until));
    }

    /**
     * Has everybody else who makes grants of this person for this client, or takes back what they
     * are made of, wait for the end of the transaction.
     */
    @Transactional(TxType.MANDATORY)
    public void lock(UUID personId, String clientId) {
        database.createNativeQuery(LOCK)
                .setParameter("person", personId.toString())
                .setParameter("client", clientId)
                .getSingleResult();
    }

    private void endOldest(UUID personId, String clientId, Instant until) {
        var reason = "more than %d at one client".formatted(most);
        end(new GrantEnd(personId, Optional.of(clientId), Optional.empty(), until, reason));
    }

    /** When a grant is made that is made now: after every end that was told, and every other. */
    Instant fromNow(UUID personId, String clientId) {
        return (Instant)
                question(FROM_NOW, personId).setParameter("client", clientId).getSingleResult();
    }

    private Query question(String sql, UUID personId) {
        return database.createNativeQuery(sql, Instant.class)
                .setParameter("now", clock.instant())
                .setParameter("person", personId);
    }

    private void end(GrantEnd end) {
        database.createNativeQuery(END)
                .setParameter("person", end.personId())
                .setParameter("client", end.clientId().orElse(null))
                .setParameter("kept", end.keptSid().orElse(null))
                .setParameter("until", end.until())
                .executeUpdate();
        tokenService.end(end);
    }
}
