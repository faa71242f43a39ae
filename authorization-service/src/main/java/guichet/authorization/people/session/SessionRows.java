package guichet.authorization.people.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link Sessions} keeps. */
@ApplicationScoped
class SessionRows implements PanacheRepositoryBase<Session, String> {}
