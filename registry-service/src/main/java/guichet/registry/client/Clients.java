package guichet.registry.client;

import static guichet.kit.audit.AuditEvent.CLIENT_CHANGED;
import static guichet.kit.audit.AuditEvent.CLIENT_REGISTERED;
import static guichet.kit.audit.AuditEvent.CLIENT_SECRET_REPLACED;
import static guichet.kit.audit.AuditEvent.REGISTRATION_ACCESS_TOKEN_REFUSED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.REDIRECT_URIS;

import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.TokenKind;
import guichet.registry.logo.Logos;
import guichet.registryclient.ClientMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The registered applications. */
@ApplicationScoped
public class Clients {

    /** The first use of a new token ends the one before; nothing else of the client is written. */
    private static final String USE_TOKEN =
            "registrationTokenSha256 = nextRegistrationTokenSha256, nextRegistrationTokenSha256 ="
                    + " null where clientId = ?1 and nextRegistrationTokenSha256 = ?2";

    private final ClientRows rows;
    private final Clock clock;
    private final ClientSecrets secrets;
    private final EndedSecrets endedSecrets;
    private final Fingerprints fingerprints;
    private final Logos logos;
    private final Audit audit;

    Clients(
            ClientRows rows,
            Clock clock,
            ClientSecrets secrets,
            EndedSecrets endedSecrets,
            Fingerprints fingerprints,
            Logos logos,
            Audit audit) {
        this.rows = rows;
        this.clock = clock;
        this.secrets = secrets;
        this.endedSecrets = endedSecrets;
        this.fingerprints = fingerprints;
        this.logos = logos;
        this.audit = audit;
    }

    /**
     * Stores a new client and gives it its credentials, a secret if it needs one. A public client
     * that registers what another one did is that client, decision 5: copies of an application need
     * no row each.
     *
     * @param voucher by what somebody answers for it; without an initial access token anybody could
     *     have registered it
     */
    @Transactional
    public Credentials add(ClientMetadata metadata, Optional<Voucher> voucher) {
        Credentials credentials = credentials(metadata, voucher);
        tell(CLIENT_REGISTERED, credentials.clientId(), metadata);
        return credentials;
    }

    private void tell(AuditEvent event, String clientId, ClientMetadata metadata) {
        audit.tell(event, CLIENT.is(clientId), REDIRECT_URIS.are(metadata.redirectUris()));
    }

    private Credentials credentials(ClientMetadata metadata, Optional<Voucher> voucher) {
        if (!metadata.isPublic()) {
            return added(metadata, null, voucher);
        }
        String fingerprint = fingerprints.of(metadata);
        rows.getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:it, 0))")
                .setParameter("it", fingerprint)
                .getSingleResult();
        return rows.find("fingerprint", fingerprint)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(client -> shared(client, voucher))
                .orElseGet(() -> added(metadata, fingerprint, voucher));
    }

    /** From now on several rely on what it registered, so nobody changes it any more. */
    private Credentials shared(Client client, Optional<Voucher> voucher) {
        client.loseTokens();
        client.registeredAt = clock.instant();
        client.registeredOpenly &= isOpen(voucher);
        if (voucher.isPresent()) {
            client.vouchAgain(voucher);
        }
        if (client.logoSha256 == null) {
            Optional<URI> logo = client.metadata.logoUri();
            logos.follow(client.clientId, logo, logo);
        }
        return new Credentials(
                client.clientId, Optional.empty(), Optional.empty(), client.issuedAt);
    }

    private Credentials added(
            ClientMetadata metadata, @Nullable String fingerprint, Optional<Voucher> voucher) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var token = OpaqueToken.random(TokenKind.REGISTRATION_ACCESS_TOKEN);
        var client = new Client(UUID.randomUUID().toString(), now, metadata, token.sha256());
        client.fingerprint = fingerprint;
        client.registeredOpenly = isOpen(voucher);
        client.vouchedForBy = voucher.orElse(null);
        rows.persistAndFlush(client);
        logos.follow(client.clientId, Optional.empty(), metadata.logoUri());
        return new Credentials(
                client.clientId, secrets.addIfMissing(client), Optional.of(token), now);
    }

    private static boolean isOpen(Optional<Voucher> voucher) {
        return !voucher.equals(Optional.of(Voucher.INITIAL_ACCESS_TOKEN));
    }

    /** The client, if this is its registration access token, RFC 7592 §3. */
    @Transactional
    public Optional<Client> findManaged(String clientId, OpaqueToken token) {
        rows.update(USE_TOKEN, clientId, token.sha256());
        Optional<Client> client = rows.findByIdOptional(clientId);
        Optional<Client> managed = client.filter(it -> it.hasToken(token));
        if (managed.isEmpty()) {
            audit.tell(REGISTRATION_ACCESS_TOKEN_REFUSED, CLIENT.is(client.map(it -> it.clientId)));
        }
        return managed;
    }

    /** Whether this is a secret of the client that is good now. */
    @Transactional
    public boolean hasSecret(String clientId, OpaqueToken secret) {
        return secrets.hashes(clientId).contains(secret.sha256());
    }

    /**
     * Replaces what a client registered, RFC 7592 §2.2. It is given a new registration access
     * token, and a secret if it needs one and has none that fits.
     *
     * @param by its registration access token
     * @param voucher by what somebody answers for what it is now
     * @throws guichet.oauth.OAuthException {@code invalid_token} when that ended since it was
     *     looked at
     */
    @Transactional
    public Credentials replace(
            String clientId, OpaqueToken by, ClientMetadata metadata, Optional<Voucher> voucher) {
        Client client = requireManaged(clientId, by);
        client.fingerprint = null;
        change(client, metadata);
        client.vouchAgain(voucher);
        var token = OpaqueToken.random(TokenKind.REGISTRATION_ACCESS_TOKEN);
        client.giveToken(token.sha256());
        tell(CLIENT_CHANGED, clientId, metadata);
        return new Credentials(
                clientId, secrets.addIfMissing(client), Optional.of(token), client.issuedAt);
    }

    /** Gives a client other metadata, and ends its secrets if those are not for it. */
    void change(Client client, ClientMetadata metadata) {
        boolean sharedBefore = client.metadata.sharesSecret();
        logos.follow(client.clientId, client.metadata.logoUri(), metadata.logoUri());
        client.metadata = metadata;
        if (!metadata.needsSecret() || sharedBefore != metadata.sharesSecret()) {
            endedSecrets.tell(client.clientId, secrets.end(client));
        }
    }

    /**
     * The client, which stays as it is until the transaction under way ends. Whatever a client
     * changes of itself begins here: its token may have ended since {@link #findManaged}, while the
     * server called others for the request.
     *
     * @param token its registration access token
     * @throws guichet.oauth.OAuthException {@code invalid_token} when that is no longer its token,
     *     or it was deleted
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Client requireManaged(String clientId, OpaqueToken token) {
        Optional<Client> client = rows.findByIdOptional(clientId, LockModeType.PESSIMISTIC_WRITE);
        return client.filter(it -> it.hasToken(token))
                .orElseThrow(() -> {
                    audit.tell(
                            REGISTRATION_ACCESS_TOKEN_REFUSED,
                            CLIENT.is(client.map(it -> it.clientId)));
                    return Reason.REGISTRATION_ACCESS_TOKEN_WRONG.refuse(
                            "this registration_access_token ended while the request was under way:"
                                    + " another one was used, several came to share the client, or it"
                                    + " was deleted");
                });
    }

    /**
     * A new secret for a client that has one already, which is good for a day more.
     *
     * @param token its registration access token
     * @throws guichet.oauth.OAuthException {@code invalid_token} when that ended since it was
     *     looked at; {@code invalid_request} for a client that needs no secret
     */
    @Transactional
    public Credentials replaceSecret(String clientId, OpaqueToken token) {
        return withNewSecret(clientId, token, false);
    }

    /**
     * A new secret for a client, whose others are good no more: somebody else may have one.
     *
     * @param token its registration access token
     * @throws guichet.oauth.OAuthException {@code invalid_token} when that ended since it was
     *     looked at; {@code invalid_request} for a client that needs no secret
     */
    @Transactional
    public Credentials replaceSecretAtOnce(String clientId, OpaqueToken token) {
        return withNewSecret(clientId, token, true);
    }

    private Credentials withNewSecret(String clientId, OpaqueToken token, boolean atOnce) {
        Client client = requireManaged(clientId, token);
        OpaqueToken secret = anotherSecret(client, atOnce);
        audit.tell(CLIENT_SECRET_REPLACED, CLIENT.is(clientId));
        return new Credentials(clientId, Optional.of(secret), Optional.of(token), client.issuedAt);
    }

    /**
     * Makes another secret of a client, which stays as it is until the transaction under way ends.
     *
     * @param atOnce whether its others are good no more; otherwise the last one is for a day
     * @throws guichet.oauth.OAuthException {@code invalid_request} for one that needs no secret
     */
    OpaqueToken anotherSecret(Client client, boolean atOnce) {
        requireSecret(client.metadata);
        if (!atOnce) {
            return secrets.replace(client);
        }
        endedSecrets.tell(client.clientId, secrets.end(client));
        return secrets.add(client);
    }

    /**
     * Ends the request for a client that needs no secret.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request}
     */
    public static void requireSecret(ClientMetadata metadata) {
        if (!metadata.needsSecret()) {
            throw Reason.CLIENT_HAS_NO_SECRET.refuse(
                    "the client has no secret: its token_endpoint_auth_method needs none");
        }
    }

    /** Takes a client away; false when it is gone already, however many do it at once. */
    @Transactional
    public boolean remove(String clientId) {
        Optional<Client> client = rows.findByIdOptional(clientId, LockModeType.PESSIMISTIC_WRITE);
        client.ifPresent(rows::delete);
        return client.isPresent();
    }

    /** Those of these identifiers that are clients' now. */
    @Transactional
    Set<String> present(List<String> clientIds) {
        return Set.copyOf(
                rows.find("select clientId from Client where clientId in ?1", clientIds)
                        .project(String.class)
                        .list());
    }
}
