package guichet.registry.client;

import static guichet.kit.audit.AuditEvent.CLIENT_CHANGED;
import static guichet.kit.audit.AuditEvent.CLIENT_DECLARED;
import static guichet.kit.audit.AuditEvent.CLIENT_NO_LONGER_DECLARED;
import static guichet.kit.audit.AuditEvent.CLIENT_SECRET_REPLACED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.REDIRECT_URIS;

import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
import guichet.oauth.OpaqueToken;
import guichet.registry.logo.Logos;
import guichet.registryclient.ClientMetadata;
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

    private final ClientRows rows;
    private final Clock clock;
    private final ClientSecrets secrets;
    private final Logos logos;
    private final EntityManager database;
    private final Audit audit;

    DeclaredClients(
            ClientRows rows,
            Clock clock,
            ClientSecrets secrets,
            Logos logos,
            EntityManager database,
            Audit audit) {
        this.rows = rows;
        this.clock = clock;
        this.secrets = secrets;
        this.logos = logos;
        this.database = database;
        this.audit = audit;
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
        rows.list("declared").stream()
                .filter(client -> !names.contains(client.clientId))
                .forEach(this::forget);
        declared.forEach(this::declare);
    }

    /** What it was given ends with its tokens: it may be declared again, unlike a deleted one. */
    private void forget(Client client) {
        rows.delete(client);
        audit.tell(CLIENT_NO_LONGER_DECLARED, CLIENT.is(client.clientId));
    }

    /** Those that are declared now. */
    @Transactional
    public List<ClientMetadata> all() {
        return rows.list("declared").stream().map(Client::metadata).toList();
    }

    private void declare(DeclaredClient declared) {
        Client client = rows.findByIdOptional(declared.clientId()).orElseGet(() -> added(declared));
        if (!client.metadata.equals(declared.metadata())) {
            followLogo(client, client.metadata.logoUri(), declared.metadata().logoUri());
            client.metadata = declared.metadata();
            tell(CLIENT_CHANGED, client);
        }
        declared.secret()
                .ifPresentOrElse(
                        secret -> giveSecret(client, secret), () -> secrets.forget(client));
    }

    private void giveSecret(Client client, OpaqueToken secret) {
        if (secrets.set(client, secret)) {
            audit.tell(CLIENT_SECRET_REPLACED, CLIENT.is(client.clientId));
        }
    }

    private void tell(AuditEvent event, Client client) {
        audit.tell(
                event,
                CLIENT.is(client.clientId),
                REDIRECT_URIS.are(client.metadata.redirectUris()));
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
        rows.persistAndFlush(client);
        logos.follow(client.clientId, Optional.empty(), declared.metadata().logoUri());
        tell(CLIENT_DECLARED, client);
        return client;
    }
}
