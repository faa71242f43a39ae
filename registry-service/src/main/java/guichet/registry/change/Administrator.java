package guichet.registry.change;

import static guichet.kit.audit.AuditField.BY;
import static guichet.kit.audit.AuditField.BY_CLIENT;

import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
import guichet.kit.audit.Fact;
import guichet.resource.CurrentAccessToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Who makes the change whose request is under way, for the audit. */
@ApplicationScoped
public class Administrator {
    private final CurrentAccessToken token;
    private final Audit audit;

    Administrator(CurrentAccessToken token, Audit audit) {
        this.token = token;
        this.audit = audit;
    }

    /** Takes note of what was done, and by whom; in the transaction that does it. */
    public void tell(AuditEvent event, Fact... facts) {
        audit.tell(event, Stream.concat(Stream.of(facts), Stream.of(by())).toArray(Fact[]::new));
    }

    /** Who it is. */
    public Fact[] by() {
        return new Fact[] {
            BY.is(token.get().subject()), BY_CLIENT.is(token.get().clientId()),
        };
    }
}
