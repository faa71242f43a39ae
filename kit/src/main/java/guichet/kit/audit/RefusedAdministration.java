package guichet.kit.audit;

import static guichet.kit.audit.AuditEvent.ADMINISTRATION_REFUSED;
import static guichet.kit.audit.AuditField.ENDPOINT;
import static guichet.kit.audit.AuditField.REASON;

import guichet.kit.error.ErrorBody;
import guichet.oauth.Reason;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Tells of tokens that were refused at an endpoint for administrators, whoever refused them. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Singleton
@Unremovable
class RefusedAdministration implements ContainerResponseFilter {
    private static final String FOR_ADMINISTRATORS = "/admin/";

    private final Audit audit;
    private final ResourceInfo endpoint;

    RefusedAdministration(Audit audit, @Context ResourceInfo endpoint) {
        this.audit = audit;
        this.endpoint = endpoint;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        refused(answer)
                .ifPresent(reason ->
                        path().filter(it -> it.startsWith(FOR_ADMINISTRATORS))
                                .ifPresent(path ->
                                        audit.tell(
                                                ADMINISTRATION_REFUSED,
                                                ENDPOINT.is(path),
                                                REASON.is(reason))));
    }

    private static Optional<Reason> refused(ContainerResponseContext answer) {
        boolean isOfToken =
                answer.getStatus() == Status.UNAUTHORIZED.getStatusCode()
                        || answer.getStatus() == Status.FORBIDDEN.getStatusCode();
        return isOfToken && answer.getEntity() instanceof ErrorBody body
                ? Optional.of(body.error().reason())
                : Optional.empty();
    }

    /** As we declare it, not as the caller wrote it. */
    private Optional<String> path() {
        return Optional.ofNullable(endpoint.getResourceClass())
                .map(it -> it.getAnnotation(Path.class))
                .map(Path::value);
    }
}
