package guichet.token.logout;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.internal.CallableBy;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Signs logout tokens for authorization-service, {@code docs/internal-api.md}. */
@Path("/internal/logout-tokens")
@CallableBy("authorization")
@RunOnVirtualThread
class LogoutTokenEndpoint {
    private final LogoutTokens tokens;

    LogoutTokenEndpoint(LogoutTokens tokens) {
        this.tokens = tokens;
    }

    @POST
    public SignedLogout sign(LogoutNotice notice) {
        return tokens.issue(notice).map(SignedLogout::new).orElseThrow(NotFoundException::new);
    }

    /**
     * Who is told of whose session.
     *
     * @param subject as that client knows the person
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record LogoutNotice(String clientId, String subject, UUID sid) {
        LogoutNotice {
            requireNonNull(clientId, "client_id");
            requireNonNull(subject, "subject");
            requireNonNull(sid, "sid");
        }
    }

    /** The token, for that client alone. */
    @JsonNaming(SnakeCaseStrategy.class)
    record SignedLogout(String logoutToken) {
        @Override
        public String toString() {
            return "SignedLogout[masked]";
        }
    }
}
