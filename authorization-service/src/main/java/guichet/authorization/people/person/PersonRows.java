package guichet.authorization.people.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows that {@link People} keeps. */
@ApplicationScoped
class PersonRows implements PanacheRepositoryBase<Person, UUID> {}
