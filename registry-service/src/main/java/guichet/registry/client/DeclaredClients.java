package guichet.registry.client;

import guichet.kit.audit.Audit;
import guichet.registry.logo.Logos;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the clients that the settings declare among those that registered themselves. */
@ApplicationScoped
public class DeclaredClients {
    /** Any number that no other lock of this database has. */
    private static final long LOCK = 7_591L;

    private final Clock clock;
    private final Clients clients;
    private final ClientSecrets secrets;
    private final Logos logos;
    private final EntityManager database;

    DeclaredClients(
            Clock clock,
            Clients clients,
            ClientSecrets secrets,
            Logos logos,
            EntityManager database) {
        this.clock = clock;
        this.clients = clients;
        this.secrets = secrets;
        this.logos = logos;
        this.database = database;
    }

    /**
     * Makes the declared clients these and no others. Replicas that start together wait for each
     * other; the last one to start has its way.
     */
    @Transactional
    public void replace(List<DeclaredClient> declared) {
        database.createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
        Set<String> names =
                declared.stream().map(DeclaredClient::clientId).collect(Collectors.toSet());
        clients.list("declared").stream()
                .filter(client -> !names.contains(client.clientId))
                .forEach(this::forget);
        declared.forEach(this::declare);
    }

    /** What it was given ends with its tokens: it may be declared again, unlike a deleted one. */
    private void forget(Client client) {
        clients.delete(client);
        Audit.info("client %s is no longer declared", client.clientId);
    }

    /** Those that are declared now. */
    @Transactional
    public List<ClientMetadata> all() {
        return clients.list("declared").stream().map(Client::metadata).toList();
    }

    private void declare(DeclaredClient declared) {
        Client client =
                clients.findByIdOptional(declared.clientId()).orElseGet(() -> added(declared));
        followLogo(client, client.metadata.logoUri(), declared.metadata().logoUri());
        client.metadata = declared.metadata();
        declared.secret()
                .ifPresentOrElse(
                        secret -> secrets.set(client, secret), () -> secrets.forget(client));
    }

    /** Not at each start: only when another one is declared. */
    private void followLogo(Client client, Optional<URI> before, Optional<URI> now) {
        if (!before.equals(now)) {
            logos.follow(client.clientId, before, now);
        }
    }

    private Client added(DeclaredClient declared) {
        var client =
                new Client(
                        declared.clientId(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        declared.metadata(),
                        null);
        client.declared = true;
        clients.persistAndFlush(client);
        logos.follow(client.clientId, Optional.empty(), declared.metadata().logoUri());
        Audit.info("client %s is declared", client.clientId);
        return client;
    }
}
