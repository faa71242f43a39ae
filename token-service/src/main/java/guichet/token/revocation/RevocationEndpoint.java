package guichet.token.revocation;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.Form;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.token.client.AuthenticatedClient;
import guichet.token.client.ClientAuthentication;
import guichet.token.grant.Grants;
import guichet.token.issued.IssuedToken;
import guichet.token.issued.IssuedToken.IssuedAccessToken;
import guichet.token.issued.IssuedToken.IssuedRefreshToken;
import guichet.token.issued.IssuedTokens;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The revocation endpoint, RFC 7009 §2. Whichever token is revoked, its grant ends and everything
 * issued for it.
 */
@Path("/revoke")
@PermitAll // the client authenticates in the request, RFC 7009 §2.1
@Produces(APPLICATION_JSON)
@RunOnVirtualThread
class RevocationEndpoint {
    private final ClientAuthentication clients;
    private final IssuedTokens tokens;
    private final Grants grants;

    RevocationEndpoint(ClientAuthentication clients, IssuedTokens tokens, Grants grants) {
        this.clients = clients;
        this.tokens = tokens;
        this.grants = grants;
    }

    /** Answers a token that is unknown or has expired like one that was revoked, §2.2. */
    @POST
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<Void> revoke(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> body) {
        var form = new Form(body);
        AuthenticatedClient client = clients.authenticate(authorization, form);
        tokens.find(OpaqueToken.of(form.require("token")))
                .ifPresent(token -> revoke(client, token));
        return RestResponse.ok();
    }

    private void revoke(AuthenticatedClient client, IssuedToken token) {
        if (!token.clientId().equals(client.id())) {
            throw Reason.TOKEN_OF_ANOTHER_CLIENT.refuse(
                    "the token was issued to another client, which alone can revoke it");
        }
        switch (token) {
            case IssuedAccessToken(var known) ->
                    known.status().flatMap(grants::findUnrevoked).ifPresent(this::revoke);
            case IssuedRefreshToken(var known) -> revoke(known.grant().id());
        }
    }

    private void revoke(UUID grantId) {
        grants.revoke(grantId, "revoked by its client");
    }
}
