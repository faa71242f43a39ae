package guichet.registry.deletion;

import static guichet.kit.audit.AuditEvent.CLIENT_DELETED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.REASON;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.audit.Audit;
import guichet.kit.audit.Fact;
import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.oauth.OpaqueToken;
import guichet.registry.client.Clients;
import guichet.registry.deletion.Deletions.DeletedClient;
import guichet.registry.tokenservice.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;

/** Deletes clients and tells token-service of it until it has confirmed. */
@ApplicationScoped
public class Deletions implements OutboxHandler<DeletedClient> {
    private final Clients clients;
    private final TokenService tokenService;
    private final Outbox outbox;
    private final Audit audit;

    Deletions(Clients clients, TokenService tokenService, Outbox outbox, Audit audit) {
        this.clients = clients;
        this.tokenService = tokenService;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Deletes a client, RFC 7592 §2.3: what was issued for it ends within seconds.
     *
     * @param by who does it, for the audit; nothing when it is the client itself, or time
     */
    @Transactional
    public void delete(String clientId, String reason, Fact... by) {
        if (clients.remove(clientId)) {
            outbox.put(kind(), clientId, new DeletedClient(clientId));
            Stream<Fact> facts = Stream.of(CLIENT.is(clientId), REASON.is(reason));
            audit.tell(CLIENT_DELETED, Stream.concat(facts, Stream.of(by)).toArray(Fact[]::new));
        }
    }

    /**
     * The same by the client's own doing.
     *
     * @param token its registration access token
     * @throws guichet.oauth.OAuthException {@code invalid_token} when that ended since it was
     *     looked at
     */
    @Transactional
    public void deleteByItself(String clientId, OpaqueToken token) {
        clients.requireManaged(clientId, token);
        delete(clientId, "by itself");
    }

    @Override
    public Kind<DeletedClient> kind() {
        return Kind.untilHeard("client-deleted", DeletedClient.class);
    }

    @Override
    public void deliver(DeletedClient deleted) {
        tokenService.end(deleted.clientId());
    }

    /** A client of which token-service has to be told. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record DeletedClient(String clientId) {}
}
