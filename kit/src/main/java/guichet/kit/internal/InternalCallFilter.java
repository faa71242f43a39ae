package guichet.kit.internal;

import guichet.kit.error.ErrorBody;
import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import guichet.oauth.RefusalLog;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets a call through when it bears a credential of one of the callers that the endpoint names. */
@Singleton
@Unremovable
class InternalCallFilter implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final InternalCredentials credentials;
    private final ResourceInfo endpoint;
    private final String issuer;

    InternalCallFilter(
            InternalCredentials credentials,
            @Context ResourceInfo endpoint,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.issuer = issuer;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String[] callers = endpoint.getResourceClass().getAnnotation(CallableBy.class).value();
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || !credentials.belongsToAnyOf(callers, authorization.substring(BEARER.length()))) {
            request.abortWith(unknownCaller());
        }
    }

    private Response unknownCaller() {
        OAuthError error = Reason.INTERNAL_CALLER_UNKNOWN.error("unknown internal caller");
        RefusalLog.answered(error);
        return Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ErrorBody.of(error, issuer))
                .build();
    }
}
