package guichet.token.refresh;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link RefreshTokens} keeps. */
@ApplicationScoped
class RefreshTokenRows implements PanacheRepositoryBase<RefreshToken, String> {}
