package guichet.registry.deletion;

import static guichet.kit.audit.AuditEvent.CLIENT_DELETED;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.REASON;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.audit.Audit;
import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.registry.client.Clients;
import guichet.registry.deletion.Deletions.DeletedClient;
import guichet.registry.tokenservice.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

    /** Deletes a client, RFC 7592 §2.3: what was issued for it ends within seconds. */
    @Transactional
    public void delete(String clientId, String reason) {
        if (clients.deleteById(clientId)) {
            outbox.put(kind(), clientId, new DeletedClient(clientId));
            audit.tell(CLIENT_DELETED, CLIENT.is(clientId), REASON.is(reason));
        }
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
