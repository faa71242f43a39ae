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

    /** How many messages wait by which token-service is told of the end of a person's grants. */
    public long grantEndsOf(UUID person) {
        return (Long)
                database.createNativeQuery(
                                "select count(*) from outbox where kind like 'grants-%-ended'"
                                        + " and payload ->> 'person_id' = :person",
                                Long.class)
                        .setParameter("person", person.toString())
                        .getSingleResult();
    }
}
