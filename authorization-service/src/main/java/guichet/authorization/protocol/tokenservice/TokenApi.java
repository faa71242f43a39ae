package guichet.authorization.protocol.tokenservice;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.kit.neighbour.NeighbourRefusals;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The internal API of token-service, {@code docs/internal-api.md}. */
@RegisterProvider(NeighbourRefusals.class)
@RegisterRestClient(configKey = "token")
@ClientHeaderParam(name = AUTHORIZATION, value = "Bearer ${guichet.internal.token.credential}")
@Path("/internal")
interface TokenApi {
    @POST
    @Path("/revoked-grants")
    void end(EndedGrants ended);

    @POST
    @Path("/ended-sessions")
    void end(EndedSessions ended);

    @POST
    @Path("/grant-ends")
    void end(GrantEnd end);

    @POST
    @Path("/logout-tokens")
    SignedLogout sign(LogoutNotice notice);

    @POST
    @Path("/id-token-hints")
    IdTokenHint read(HintQuestion question);

    /** The logout token, which is good for nothing else, but is not logged either. */
    @JsonNaming(SnakeCaseStrategy.class)
    record SignedLogout(String logoutToken) {
        public SignedLogout {
            requireNonNull(logoutToken, "logout_token");
        }

        @Override
        public String toString() {
            return "SignedLogout[masked]";
        }
    }

    /** An ID token that an application sent back. */
    @JsonNaming(SnakeCaseStrategy.class)
    record HintQuestion(String idTokenHint) {
        @Override
        public String toString() {
            return "HintQuestion[masked]";
        }
    }
}
