package guichet.registry.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The versions of what administrators change. No two things have the same one, not even what is
 * made again under the same name: who saw the one before must not change it.
 */
@ApplicationScoped
public class Versions {
    private final EntityManager database;

    Versions(EntityManager database) {
        this.database = database;
    }

    /** One that nothing had before. */
    public long next() {
        return (Long)
                database.createNativeQuery("select nextval('version_number')", Long.class)
                        .getSingleResult();
    }
}
