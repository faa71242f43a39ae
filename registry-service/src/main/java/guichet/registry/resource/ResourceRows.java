package guichet.registry.resource;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link OfferedResources} keeps. */
@ApplicationScoped
class ResourceRows implements PanacheRepositoryBase<OfferedResource, String> {}
