package guichet.authorization.protocol.logout;

import static guichet.kit.audit.AuditEvent.SIGN_OUT_TOLD;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.SESSION;

import guichet.authorization.protocol.grant.SessionClient;
import guichet.authorization.protocol.tokenservice.LogoutNotice;
import guichet.authorization.protocol.tokenservice.TokenService;
import guichet.kit.audit.Audit;
import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.oauth.OpaqueToken;
import guichet.outside.OutsideFailure;
import guichet.registryclient.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells clients that a session is over, Back-Channel Logout 1.0 §2.5: at once, and again until they
 * have taken note or patience ends.
 */
@ApplicationScoped
class BackChannelLogouts implements OutboxHandler<LogoutNotice> {
    /** So long at most a person who signs out waits for the first attempts. */
    private static final Duration MOMENT = Duration.ofSeconds(2);

    /**
     * For one client; of one that never answers, the people with most sign-outs lose the oldest.
     */
    private static final int MOST_WAITING = 1_000;

    private final Outbox outbox;
    private final RegisteredClients clients;
    private final TokenService tokenService;
    private final LogoutReceivers receivers;
    private final LogoutConfig config;
    private final Audit audit;

    BackChannelLogouts(
            Outbox outbox,
            RegisteredClients clients,
            TokenService tokenService,
            LogoutReceivers receivers,
            LogoutConfig config,
            Audit audit) {
        this.outbox = outbox;
        this.clients = clients;
        this.tokenService = tokenService;
        this.receivers = receivers;
        this.config = config;
        this.audit = audit;
    }

    /** Keeps a message for each client of each session, in the transaction that ends them. */
    void keep(Collection<SessionClient> told) {
        List<LogoutNotice> notices =
                told.stream()
                        .map(it -> new LogoutNotice(it.clientId(), it.subject(), it.sid()))
                        .toList();
        outbox.putAll(kind(), LogoutNotice::clientId, notices);
    }

    /**
     * The first attempts for a session that was just ended. They are waited for a moment, so that
     * an application to which the person returns knows already.
     */
    void deliverFirst(UUID sid) {
        outbox.deliverNow(kind(), Map.of("sid", sid), MOMENT);
    }

    @Override
    public Kind<LogoutNotice> kind() {
        Duration patience = config.backChannelPatience();
        return Kind.within(patience, "back-channel-logout", LogoutNotice.class)
                .withBound(MOST_WAITING, "subject");
    }

    @Override
    public void deliver(LogoutNotice notice) throws OutsideFailure {
        Optional<URI> receiver = receiver(notice.clientId());
        Optional<OpaqueToken> token = receiver.flatMap(_ -> tokenService.logoutToken(notice));
        if (receiver.isPresent() && token.isPresent()) {
            receivers.tell(receiver.get(), token.get());
            audit.tell(SIGN_OUT_TOLD, CLIENT.is(notice.clientId()), SESSION.is(notice.sid()));
        }
    }

    /** None if the client was deleted since, or wants no such messages. */
    private Optional<URI> receiver(String clientId) {
        return clients.find(clientId)
                .flatMap(client -> client.metadata().logout().backchannelLogoutUri());
    }
}
