package guichet.authorization.tokenservice;

import guichet.kit.outbox.Kind;
import guichet.kit.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells token-service which grants have ended until it has confirmed. */
@ApplicationScoped
class GrantEnds implements OutboxHandler<EndedGrants> {
    static final Kind<EndedGrants> KIND = Kind.untilHeard("grants-ended", EndedGrants.class);

    private final TokenCalls calls;

    GrantEnds(TokenCalls calls) {
        this.calls = calls;
    }

    @Override
    public Kind<EndedGrants> kind() {
        return KIND;
    }

    @Override
    public void deliver(EndedGrants ended) {
        calls.end(ended);
    }
}
