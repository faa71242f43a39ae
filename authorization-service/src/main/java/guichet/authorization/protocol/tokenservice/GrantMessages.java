package guichet.authorization.protocol.tokenservice;

import guichet.kit.outbox.Kind;
import guichet.kit.outbox.OutboxHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/**
 * The kinds of messages by which token-service is told of grants that have ended, until it has
 * confirmed. Each goes by itself: however many applications a person has to do with, the end of
 * everything waits behind none of them.
 */
@Singleton
class GrantMessages {
    static final Kind<EndedGrants> SOME = Kind.untilHeard("grants-ended", EndedGrants.class);
    static final Kind<EndedSessions> OF_SESSIONS =
            Kind.untilHeard("grants-of-sessions-ended", EndedSessions.class);
    static final Kind<GrantEnd> AT_CLIENT =
            Kind.untilHeard("grants-at-client-ended", GrantEnd.class);
    static final Kind<GrantEnd> OF_PERSON =
            Kind.untilHeard("grants-of-person-ended", GrantEnd.class);

    private final TokenCalls calls;

    GrantMessages(TokenCalls calls) {
        this.calls = calls;
    }

    @Produces
    @Singleton
    OutboxHandler<EndedGrants> some() {
        return new Told<>(SOME, calls::end);
    }

    @Produces
    @Singleton
    OutboxHandler<EndedSessions> ofSessions() {
        return new Told<>(OF_SESSIONS, calls::end);
    }

    @Produces
    @Singleton
    OutboxHandler<GrantEnd> atClient() {
        return new Told<>(AT_CLIENT, calls::end);
    }

    @Produces
    @Singleton
    OutboxHandler<GrantEnd> ofPerson() {
        return new Told<>(OF_PERSON, calls::end);
    }

    private record Told<P>(Kind<P> kind, Consumer<P> call) implements OutboxHandler<P> {
        @Override
        public void deliver(P payload) {
            call.accept(payload);
        }
    }
}
