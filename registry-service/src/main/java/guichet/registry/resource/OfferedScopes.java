package guichet.registry.resource;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The scopes of the APIs on offer. */
@ApplicationScoped
class OfferedScopes implements PanacheRepositoryBase<OfferedScope, String> {}
