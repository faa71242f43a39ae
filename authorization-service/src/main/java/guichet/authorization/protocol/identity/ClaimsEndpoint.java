package guichet.authorization.protocol.identity;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import guichet.authorization.protocol.grant.Grants;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.kit.internal.CallableBy;
import guichet.oauth.Scope;
import guichet.registryclient.RegisteredClients;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells token-service what userinfo may say, {@code docs/internal-api.md}. */
@Path("/internal/claims")
@CallableBy("token")
@RunOnVirtualThread
class ClaimsEndpoint {
    private final Grants grants;
    private final IdentityClaims claims;
    private final RegisteredClients clients;

    ClaimsEndpoint(Grants grants, IdentityClaims claims, RegisteredClients clients) {
        this.grants = grants;
        this.claims = claims;
        this.clients = clients;
    }

    @POST
    public Map<String, Object> claims(Question question) {
        return grants.findStanding(question.grantId())
                .flatMap(grant -> withinRegistration(grant, question))
                .map(grant -> answer(grant, question))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<PersonGrant> withinRegistration(PersonGrant grant, Question question) {
        return question.registeredScope()
                .or(() ->
                        clients.find(grant.grant().clientId())
                                .map(client -> client.metadata().scope()))
                .map(grant::within);
    }

    private Map<String, Object> answer(PersonGrant grant, Question question) {
        return question.accessTokenClaims()
                .map(wanted -> claims.forAccessToken(grant, question.scope(), wanted))
                .orElseGet(() -> claims.forUserinfo(grant, question.scope()));
    }

    /**
     * For which grant, and with which scope of it.
     *
     * @param registeredScope what the client may have now; empty from an older token-service, for
     *     which the registry is asked
     * @param accessTokenClaims what its API wants an access token to say; empty when it is for
     *     userinfo, and from an older token-service
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Question(
            UUID grantId,
            Scope scope,
            Optional<Scope> registeredScope,
            Optional<List<String>> accessTokenClaims) {
        Question {
            requireNonNull(grantId, "grant_id");
            requireNonNull(scope, "scope");
        }
    }
}
