package guichet.registry.initialaccesstoken;

import static guichet.kit.audit.AuditEvent.INITIAL_ACCESS_TOKEN_MADE;
import static guichet.kit.audit.AuditEvent.INITIAL_ACCESS_TOKEN_REVOKED;
import static guichet.kit.audit.AuditField.INITIAL_ACCESS_TOKEN;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.kit.foreign.RequestBody;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.oauth.TokenKind;
import guichet.registry.change.Administrator;
import guichet.registry.change.ExactReader;
import guichet.resource.RequiresScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The initial access tokens, for administrators, {@code docs/registration.md}. */
@Path("/admin/initial-access-tokens")
@Produces(APPLICATION_JSON)
@RequiresScope(value = "registry:admin", as = RequiresScope.Acting.APPLICATION)
@RunOnVirtualThread
class InitialAccessTokensEndpoint {
    private final InitialAccessTokens tokens;
    private final Administrator administrator;
    private final ExactReader reader;

    InitialAccessTokensEndpoint(
            InitialAccessTokens tokens, Administrator administrator, ExactReader reader) {
        this.tokens = tokens;
        this.administrator = administrator;
        this.reader = reader;
    }

    /** Makes one; the answer is the only place where it is ever seen. */
    @POST
    @Consumes(APPLICATION_JSON)
    @Cache(noStore = true)
    public RestResponse<DescribedToken> create(String body) {
        NewToken asked = read(body);
        var token = OpaqueToken.random(TokenKind.INITIAL_ACCESS_TOKEN);
        var stored =
                tokens.add(token, asked.noteForPeople(), asked.lifetime(), asked.numberOfUses());
        administrator.tell(INITIAL_ACCESS_TOKEN_MADE, INITIAL_ACCESS_TOKEN.is(stored.id));
        return RestResponse.status(Status.CREATED, DescribedToken.of(stored, token));
    }

    private NewToken read(String body) {
        return reader.read(RequestBody.object(body), NewToken.class, Reason.PARAMETER_MALFORMED);
    }

    @GET
    @Cache(noStore = true)
    public Tokens list() {
        return new Tokens(tokens.good().stream().map(DescribedToken::of).toList());
    }

    @DELETE
    @Path("{id}")
    public void revoke(@RestPath UUID id) {
        if (!tokens.revoke(id)) {
            throw new NotFoundException();
        }
        administrator.tell(INITIAL_ACCESS_TOKEN_REVOKED, INITIAL_ACCESS_TOKEN.is(id));
    }

    record Tokens(List<DescribedToken> tokens) {}
}
