package guichet.token.request;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.kit.eventloop.EventLoop;
import guichet.oauth.Form;
import guichet.oauth.GrantType;
import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.token.client.AuthenticatedClient;
import guichet.token.client.ClientAuthentication;
import guichet.token.request.TokenRequest.AuthorizationCodeRequest;
import guichet.token.request.TokenRequest.ClientCredentialsRequest;
import guichet.token.request.TokenRequest.PasswordTokenRequest;
import guichet.token.request.TokenRequest.RefreshRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The token endpoint, RFC 6749 §3.2. */
@Path("/token")
@PermitAll // the client authenticates in the request, RFC 6749 §3.2.1
@Produces(APPLICATION_JSON)
class TokenEndpoint {
    private final ClientAuthentication clients;
    private final GrantTypes grants;
    private final TokenMetrics metrics;
    private final EventLoop eventLoop;
    private final boolean acceptsQuery;

    TokenEndpoint(
            ClientAuthentication clients,
            GrantTypes grants,
            TokenMetrics metrics,
            EventLoop eventLoop,
            TokenConfig config) {
        this.clients = clients;
        this.grants = grants;
        this.metrics = metrics;
        this.eventLoop = eventLoop;
        this.acceptsQuery = config.queryParameters() == QueryParameters.ACCEPT;
    }

    @POST
    @Consumes(APPLICATION_FORM_URLENCODED)
    @NonBlocking
    public Uni<RestResponse<TokenResponse>> token(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            @Context UriInfo address,
            MultivaluedMap<String, String> body) {
        MultivaluedMap<String, String> query = address.getQueryParameters();
        Supplier<RestResponse<TokenResponse>> answer =
                () -> answer(authorization, () -> parameters(query, body));
        return isOfMemory(body) ? eventLoop.answer(answer) : eventLoop.answerElsewhere(answer);
    }

    /** All that an application's own token needs is kept here, as a rule. */
    private static boolean isOfMemory(MultivaluedMap<String, String> body) {
        return GrantType.CLIENT_CREDENTIALS.toString().equals(body.getFirst("grant_type"));
    }

    /** The slides' literal form, where the deployment accepts it; a hint elsewhere. */
    @GET
    @RunOnVirtualThread
    public RestResponse<TokenResponse> slides(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization, @Context UriInfo address) {
        return answer(authorization, () -> parametersOfSlides(address.getQueryParameters()));
    }

    private Form parametersOfSlides(MultivaluedMap<String, String> query) {
        if (!acceptsQuery) {
            throw Reason.TOKEN_REQUEST_NOT_POSTED.refuse(
                    "the token endpoint takes POST with a form in the body");
        }
        return new Form(query);
    }

    private Form parameters(
            MultivaluedMap<String, String> query, MultivaluedMap<String, String> body) {
        if (new Form(query).isEmpty()) {
            return new Form(body);
        }
        if (!acceptsQuery) {
            throw Reason.PARAMETERS_IN_ADDRESS.refuse(
                    "parameters belong in the body: addresses, and the credentials in"
                            + " them, end up in logs");
        }
        var both = new MultivaluedHashMap<String, String>(body);
        query.forEach((name, values) -> values.forEach(value -> both.add(name, value)));
        return new Form(both);
    }

    private RestResponse<TokenResponse> answer(
            @Nullable String authorization, Supplier<Form> parameters) {
        try {
            Form form = parameters.get();
            TokenResponse tokens = tokens(authorization, form);
            metrics.issued(form.require("grant_type"));
            return ResponseBuilder.ok(tokens)
                    .header(CACHE_CONTROL, "no-store")
                    .header("Pragma", "no-cache")
                    .build();
        } catch (OAuthException refusal) {
            metrics.refused(refusal.error());
            throw refusal;
        }
    }

    private TokenResponse tokens(@Nullable String authorization, Form form) {
        AuthenticatedClient client = clients.authenticate(authorization, form);
        return switch (TokenRequest.of(form)) {
            case AuthorizationCodeRequest request ->
                    grants.authorizationCode().redeem(client, request);
            case PasswordTokenRequest request -> grants.password().issue(client, request);
            case ClientCredentialsRequest request ->
                    grants.clientCredentials().issue(client, request);
            case RefreshRequest request -> grants.refreshToken().refresh(client, request);
        };
    }
}
