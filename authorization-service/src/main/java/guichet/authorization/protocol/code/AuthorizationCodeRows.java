package guichet.authorization.protocol.code;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link AuthorizationCodes} keeps. */
@ApplicationScoped
class AuthorizationCodeRows implements PanacheRepositoryBase<AuthorizationCode, String> {}
