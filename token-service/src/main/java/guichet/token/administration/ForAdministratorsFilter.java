package guichet.token.administration;

import guichet.kit.error.ErrorBody;
import guichet.oauth.BearerChallenge;
import guichet.oauth.BearerHeader;
import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import guichet.oauth.RefusalLog;
import guichet.token.access.ReadAccessToken;
import guichet.token.issued.IssuedToken;
import guichet.token.issued.IssuedToken.IssuedAccessToken;
import guichet.token.issued.IssuedTokens;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Lets an administrator's request through, and refuses any other by RFC 6750 §3. */
@Singleton
@Unremovable
class ForAdministratorsFilter implements ContainerRequestFilter {
    private static final Logger AUDIT = Logger.getLogger("guichet.audit");

    private static final OAuthError MISSING =
            Reason.TOKEN_MISSING.error("send the access token in the header Authorization: Bearer");
    private static final OAuthError NOT_GOOD =
            Reason.ACCESS_TOKEN_NOT_GOOD.error(
                    "the token is not a good one for this API: get a new one");
    private static final OAuthError INSUFFICIENT =
            Reason.SCOPE_INSUFFICIENT.error(
                    "only an application's own token with the scope opens this");

    private final IssuedTokens tokens;
    private final AdministrationApi api;
    private final ResourceInfo endpoint;
    private final BearerChallenge challenge;
    private final String issuer;

    ForAdministratorsFilter(
            IssuedTokens tokens,
            AdministrationApi api,
            @Context ResourceInfo endpoint,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.tokens = tokens;
        this.api = api;
        this.endpoint = endpoint;
        this.challenge = BearerChallenge.ofApi(api.identifier(), api.metadata().toString());
        this.issuer = issuer;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String scope = endpoint.getResourceClass().getAnnotation(ForAdministrators.class).value();
        var presented = BearerHeader.token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (presented.isEmpty()) {
            request.abortWith(refusal(MISSING.withScope(scope)));
            return;
        }
        tokens.find(presented.get())
                .flatMap(this::forUs)
                .ifPresentOrElse(
                        token -> admit(token, scope, request),
                        () -> request.abortWith(refusal(NOT_GOOD)));
    }

    private Optional<ReadAccessToken> forUs(IssuedToken issued) {
        return issued instanceof IssuedAccessToken(var token, _)
                        && token.audience().contains(api.identifier())
                ? Optional.of(token)
                : Optional.empty();
    }

    private void admit(ReadAccessToken token, String scope, ContainerRequestContext request) {
        boolean actsAsApplication = token.clientId().equals(token.claims().get("sub"));
        if (!actsAsApplication || !token.scope().contains(scope)) {
            request.abortWith(refusal(INSUFFICIENT.withScope(scope)));
            return;
        }
        AUDIT.infof(
                "administration: %s: %s %s",
                token.clientId(), request.getMethod(), request.getUriInfo().getPath());
    }

    private Response refusal(OAuthError error) {
        RefusalLog.answered(error);
        return Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.to(error, issuer))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(ErrorBody.of(error, issuer))
                .build();
    }
}
