package guichet.kit.internal;

import static guichet.kit.audit.AuditEvent.INTERNAL_CALL_REFUSED;
import static guichet.kit.audit.AuditField.ENDPOINT;

import guichet.kit.audit.Audit;
import guichet.kit.http.ClientAddress;
import guichet.oauth.Reason;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
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
    private final ClientAddress sender;
    private final Audit audit;
    private final ResourceInfo endpoint;

    InternalCallFilter(
            InternalCredentials credentials,
            ClientAddress sender,
            Audit audit,
            @Context ResourceInfo endpoint) {
        this.credentials = credentials;
        this.sender = sender;
        this.audit = audit;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        String[] callers = endpoint.getResourceClass().getAnnotation(CallableBy.class).value();
        if (authorization == null
                || !authorization.startsWith(BEARER)
                || !credentials.belongsToAnyOf(callers, authorization.substring(BEARER.length()))) {
            audit.tell(INTERNAL_CALL_REFUSED, ENDPOINT.is(path()));
            throw Reason.INTERNAL_CALLER_UNKNOWN.refuse("unknown internal caller");
        }
        sender.believe();
    }

    /** As we declare it, not as the caller wrote it. */
    private String path() {
        return endpoint.getResourceClass().getAnnotation(Path.class).value();
    }
}
