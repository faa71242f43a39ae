package guichet.registry.client;

import static guichet.kit.audit.AuditEvent.CLIENT_SECRET_ENDED;
import static guichet.kit.audit.AuditField.CLIENT;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.audit.Audit;
import guichet.kit.outbox.Kind;
import guichet.kit.outbox.Outbox;
import guichet.kit.outbox.OutboxHandler;
import guichet.registry.client.EndedSecrets.EndedSecret;
import guichet.registry.tokenservice.TokenService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Tells token-service of secrets that ended before their time: without that it would take them for
 * as long as it keeps an answer of ours.
 */
@ApplicationScoped
class EndedSecrets implements OutboxHandler<EndedSecret> {
    private final TokenService tokenService;
    private final Outbox outbox;
    private final Audit audit;

    EndedSecrets(TokenService tokenService, Outbox outbox, Audit audit) {
        this.tokenService = tokenService;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** In the transaction that ends them; each by its hash. */
    void tell(String clientId, List<String> hashes) {
        outbox.putAll(kind(), _ -> clientId, hashes.stream().map(EndedSecret::new).toList());
        hashes.forEach(_ -> audit.tell(CLIENT_SECRET_ENDED, CLIENT.is(clientId)));
    }

    @Override
    public Kind<EndedSecret> kind() {
        return Kind.untilHeard("secret-ended", EndedSecret.class);
    }

    @Override
    public void deliver(EndedSecret ended) {
        tokenService.endSecret(ended.sha256());
    }

    /** A secret of which token-service has to be told. */
    @JsonNaming(SnakeCaseStrategy.class)
    record EndedSecret(String sha256) {}
}
