package guichet.token.administration;

import guichet.kit.error.ErrorBody;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Scope;
import guichet.token.access.ReadAccessToken;
import guichet.token.issued.IssuedToken;
import guichet.token.issued.IssuedToken.IssuedAccessToken;
import guichet.token.issued.IssuedTokens;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets an administrator's request through, and refuses any other by RFC 6750 §3. */
@Provider
@ForAdministrators("")
class ForAdministratorsFilter implements ContainerRequestFilter {
    private static final Logger AUDIT = Logger.getLogger("guichet.audit");
    private static final String BEARER = "bearer ";

    private final IssuedTokens tokens;
    private final AdministrationApi api;
    private final ResourceInfo endpoint;

    ForAdministratorsFilter(
            IssuedTokens tokens, AdministrationApi api, @Context ResourceInfo endpoint) {
        this.tokens = tokens;
        this.api = api;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String scope = endpoint.getResourceClass().getAnnotation(ForAdministrators.class).value();
        var presented = presented(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (presented.isEmpty()) {
            request.abortWith(
                    refusal(401, "invalid_token", "send an access token: Authorization: Bearer …")
                            .header(HttpHeaders.WWW_AUTHENTICATE, challenge(scope))
                            .build());
            return;
        }
        tokens.find(presented.get())
                .flatMap(this::forUs)
                .ifPresentOrElse(
                        token -> admit(token, scope, request), () -> request.abortWith(invalid()));
    }

    private static Optional<OpaqueToken> presented(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> OpaqueToken.of(it.substring(BEARER.length()).strip()));
    }

    private Optional<ReadAccessToken> forUs(IssuedToken issued) {
        return issued instanceof IssuedAccessToken(var token, _)
                        && token.audience().contains(api.identifier())
                ? Optional.of(token)
                : Optional.empty();
    }

    private void admit(ReadAccessToken token, String scope, ContainerRequestContext request) {
        boolean actsAsApplication = token.clientId().equals(token.claims().get("sub"));
        if (!actsAsApplication || !scopeOf(token).contains(scope)) {
            request.abortWith(insufficient(scope));
            return;
        }
        AUDIT.infof(
                "administration: %s: %s %s",
                token.clientId(), request.getMethod(), request.getUriInfo().getPath());
    }

    private static Scope scopeOf(ReadAccessToken token) {
        return token.claims().get("scope") instanceof String scope
                ? Scope.parse(scope)
                : Scope.NONE;
    }

    private Response invalid() {
        String description = "the token is not a good one for this API: get a new one";
        return refusal(401, "invalid_token", description)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge("invalid_token", description))
                .build();
    }

    private Response insufficient(String scope) {
        String description = "only an application's own token with the scope opens this";
        return refusal(403, "insufficient_scope", description)
                .header(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "%s, scope=\"%s\""
                                .formatted(challenge("insufficient_scope", description), scope))
                .build();
    }

    private static Response.ResponseBuilder refusal(int status, String error, String description) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new ErrorBody(error, description));
    }

    private String challenge(String error, String description) {
        return "%s, error=\"%s\", error_description=\"%s\"".formatted(realm(), error, description);
    }

    /** RFC 6750 §3.1: no error code for a request without a token. */
    private String challenge(String scope) {
        return "%s, scope=\"%s\"".formatted(realm(), scope);
    }

    private String realm() {
        return "Bearer realm=\"%s\", resource_metadata=\"%s\""
                .formatted(api.identifier(), api.metadata());
    }
}
