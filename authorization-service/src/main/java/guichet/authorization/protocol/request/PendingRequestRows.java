package guichet.authorization.protocol.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link PendingRequests} keeps. */
@ApplicationScoped
class PendingRequestRows implements PanacheRepositoryBase<PendingRequest, String> {}
