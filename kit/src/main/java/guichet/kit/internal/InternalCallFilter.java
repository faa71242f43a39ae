package guichet.kit.internal;

import guichet.kit.error.ErrorBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Lets a call through when it bears a credential of one of the callers that the endpoint names. */
@Provider
@CallableBy({})
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
            request.abortWith(unknownCaller());
        }
    }

    private static Response unknownCaller() {
        return Response.status(Response.Status.UNAUTHORIZED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ErrorBody("invalid_client", "unknown internal caller"))
                .build();
    }
}
