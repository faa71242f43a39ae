package guichet.authorization.protocol.grant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows that {@link Grants} keeps. */
@ApplicationScoped
class GrantRows implements PanacheRepositoryBase<AuthorizationGrant, UUID> {}
