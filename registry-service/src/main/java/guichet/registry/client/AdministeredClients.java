package guichet.registry.client;

import static guichet.kit.audit.AuditEvent.CLIENT_CHANGED;
import static guichet.kit.audit.AuditEvent.CLIENT_REGISTERED;
import static guichet.kit.audit.AuditEvent.CLIENT_SECRET_REPLACED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.REDIRECT_URIS;

import guichet.kit.audit.AuditEvent;
import guichet.oauth.OpaqueToken;
import guichet.registry.change.Administrator;
import guichet.registry.change.Versions;
import guichet.registry.logo.Logos;
import guichet.registryclient.ClientMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The applications that administrators keep, among those that registered themselves. They have no
 * registration access token, do not expire, and are never shared.
 */
@ApplicationScoped
public class AdministeredClients {
    private static final long LOCK = 7_592L;

    private final ClientRows rows;
    private final Clients clients;
    private final ClientSecrets secrets;
    private final Logos logos;
    private final Clock clock;
    private final Versions versions;
    private final Administrator administrator;

    AdministeredClients(
            ClientRows rows,
            Clients clients,
            ClientSecrets secrets,
            Logos logos,
            Clock clock,
            Versions versions,
            Administrator administrator) {
        this.rows = rows;
        this.clients = clients;
        this.secrets = secrets;
        this.logos = logos;
        this.clock = clock;
        this.versions = versions;
        this.administrator = administrator;
    }

    /** All of them, by name. */
    @Transactional
    public List<AdministeredClient> all() {
        return rows.list("administeredAs is not null order by administeredAs").stream()
                .map(AdministeredClient::of)
                .toList();
    }

    /** The one of this name. */
    @Transactional
    public Optional<AdministeredClient> find(String name) {
        return findClient(name).map(AdministeredClient::of);
    }

    private Optional<Client> findClient(String name) {
        return rows.find("administeredAs", name).firstResultOptional();
    }

    /** Whoever changes them goes on alone until the end of the transaction. */
    public void lock() {
        rows.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    /** Adds one under the {@link #lock}; answers its secret, if it needs one. */
    @Transactional
    public Optional<OpaqueToken> add(String name, ClientMetadata metadata) {
        var client =
                new Client(
                        UUID.randomUUID().toString(),
                        clock.instant().truncatedTo(ChronoUnit.SECONDS),
                        metadata,
                        null);
        client.administeredAs = name;
        client.version = versions.next();
        rows.persistAndFlush(client);
        rows.getEntityManager()
                .createNativeQuery(
                        "update client set in_use_since = :now where client_id = :client")
                .setParameter("now", clock.instant())
                .setParameter("client", client.clientId)
                .executeUpdate();
        logos.follow(client.clientId, Optional.empty(), metadata.logoUri());
        tell(CLIENT_REGISTERED, client);
        return secrets.addIfMissing(client);
    }

    /** Changes one under the {@link #lock}; answers a secret if it needs one and has none. */
    @Transactional
    public Optional<OpaqueToken> replace(String name, ClientMetadata metadata) {
        Client client = findClient(name).orElseThrow();
        clients.change(client, metadata);
        client.version = versions.next();
        tell(CLIENT_CHANGED, client);
        return secrets.addIfMissing(client);
    }

    /**
     * Makes another secret of one that has one, under the {@link #lock}.
     *
     * @param atOnce whether its others are good no more; otherwise the last one is for a day
     */
    @Transactional
    public OpaqueToken replaceSecret(String name, boolean atOnce) {
        Client client = findClient(name).orElseThrow();
        OpaqueToken secret = clients.anotherSecret(client, atOnce);
        administrator.tell(CLIENT_SECRET_REPLACED, CLIENT.is(client.clientId));
        return secret;
    }

    private void tell(AuditEvent event, Client client) {
        administrator.tell(
                event,
                CLIENT.is(client.clientId),
                REDIRECT_URIS.are(client.metadata.redirectUris()));
    }
}
