package guichet.registry.initialaccesstoken;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The rows that {@link InitialAccessTokens} keeps. */
@ApplicationScoped
class InitialAccessTokenRows implements PanacheRepositoryBase<InitialAccessToken, UUID> {}
