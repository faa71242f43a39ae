package guichet.registry.client;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows that {@link Clients} keeps. */
@ApplicationScoped
class ClientRows implements PanacheRepositoryBase<Client, String> {}
