package guichet.authorization.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** What waits in the outbox. */
@ApplicationScoped
public class WaitingMessages {
    private final EntityManager database;

    WaitingMessages(EntityManager database) {
        this.database = database;
    }

    /** How many messages say this, among other things. */
    public long saying(String name, Object value) {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from outbox where payload ->> :name = :value",
                                Long.class)
                        .setParameter("name", name)
                        .setParameter("value", value.toString())
                        .getSingleResult();
    }

    /** How many grants of a person token-service has yet to be told of. */
    public long endedGrantsOf(UUID person) {
        return (Long)
                database.createNativeQuery(
                                """
                                select count(*)
                                from outbox, jsonb_array_elements_text(payload -> 'grant_ids') ended
                                join authorization_grant on cast(ended as uuid) = authorization_grant.id
                                where person_id = :person\
                                """,
                                Long.class)
                        .setParameter("person", person)
                        .getSingleResult();
    }
}
