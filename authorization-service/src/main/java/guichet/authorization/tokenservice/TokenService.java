package guichet.authorization.tokenservice;

import guichet.kit.outbox.Outbox;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The neighbour that signs, and that ends what was issued; every call may be repeated. */
@ApplicationScoped
public class TokenService {
    private static final Logger LOG = Logger.getLogger(TokenService.class);

    private final TokenCalls calls;
    private final Outbox outbox;

    TokenService(TokenCalls calls, Outbox outbox) {
        this.calls = calls;
        this.outbox = outbox;
    }

    /**
     * Ends everything that was issued for grants of a person: within seconds, or when token-service
     * is back. One message, kept in the caller's transaction.
     *
     * @param reason for the audit, in a few words
     */
    public void endGrants(UUID personId, List<UUID> grantIds, String reason) {
        outbox.put(GrantEnds.KIND, personId.toString(), new EndedGrants(grantIds, reason));
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
            LOG.warnf("token-service is away: %s", away);
            throw Reason.SERVICE_AWAY.refuse("token-service: %s", away);
        }
    }
}
