package guichet.authorization.protocol.tokenservice;

import guichet.kit.outbox.Outbox;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The neighbour that signs, and that ends what was issued; every call may be repeated. */
@ApplicationScoped
public class TokenService {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final TokenCalls calls;
    private final Outbox outbox;

    TokenService(TokenCalls calls, Outbox outbox) {
        this.calls = calls;
        this.outbox = outbox;
    }

    /**
     * Ends everything that was issued for a grant of a person: within seconds, or when
     * token-service is back. One message, kept in the caller's transaction.
     *
     * @param reason for the audit, in a few words
     */
    public void endGrant(UUID personId, UUID grantId, String reason) {
        var ended = new EndedGrants(List.of(grantId), reason);
        outbox.put(GrantMessages.SOME, personId.toString(), ended);
    }

    /** The same for what was granted in sessions of a person. */
    public void endGrantsOfSessions(UUID personId, EndedSessions ended) {
        outbox.put(GrantMessages.OF_SESSIONS, personId.toString(), ended);
    }

    /** The same for all grants of a person, or for all of them at one client. */
    public void end(GrantEnd end) {
        var kind = end.clientId().isPresent() ? GrantMessages.AT_CLIENT : GrantMessages.OF_PERSON;
        outbox.put(kind, end.personId() + end.clientId().map(it -> " " + it).orElse(""), end);
    }

    /** Tells of the end of a person's grants at once, and waits a moment for that. */
    public void tellNow(UUID personId) {
        outbox.deliverNow(GrantMessages.OF_PERSON, Map.of("person_id", personId), MOMENT);
    }

    /**
     * A logout token, fresh at each call, Back-Channel Logout 1.0 §2.4; empty when the client is
     * gone.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} while it is away
     */
    public Optional<OpaqueToken> logoutToken(LogoutNotice notice) {
        return orAway(() -> calls.logoutToken(notice));
    }

    /**
     * What an ID token says that came back as a hint; empty if it is not one of ours.
     *
     * @throws guichet.oauth.OAuthException {@code temporarily_unavailable} while it is away
     */
    public Optional<IdTokenHint> readHint(OpaqueToken idTokenHint) {
        return orAway(() -> calls.read(idTokenHint));
    }

    private static <T> T orAway(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException away) {
            throw Reason.SERVICE_AWAY.refuse("token-service: %s", away);
        }
    }
}
