package guichet.kit.internal;

import guichet.oauth.Reason;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

/** Lets a call through when it bears a credential of one of the callers that the endpoint names. */
@Singleton
@Unremovable
class InternalCallFilter implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";

    private final InternalCredentials credentials;
    private final ResourceInfo endpoint;

    InternalCallFilter(InternalCredentials credentials, @Context ResourceInfo endpoint) {
        this.credentials = credentials;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String[] callers = endpoint.getResourceClass().getAnnotation(CallableBy.class).value();
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || !credentials.belongsToAnyOf(callers, authorization.substring(BEARER.length()))) {
            throw Reason.INTERNAL_CALLER_UNKNOWN.refuse("unknown internal caller");
        }
    }
}
