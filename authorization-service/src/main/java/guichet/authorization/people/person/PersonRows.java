package guichet.authorization.people.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows that {@link People} keeps. */
@ApplicationScoped
class PersonRows implements PanacheRepositoryBase<Person, UUID> {
    /** As {@link People#lock} says. */
    void lock(UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from person where id = :id for no key update")
                .setParameter("id", id)
                .getResultList();
    }
}
