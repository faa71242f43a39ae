package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.ETAG;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.foreign.ForeignFault;
import guichet.kit.foreign.ForeignJson;
import guichet.oauth.Reason;
import guichet.registry.change.Manner;
import guichet.registry.change.Precondition;
import guichet.resource.RequiresScope;
import guichet.resource.RequiresScope.Acting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * The applications that administrators keep, by names of theirs, {@code docs/administration.md}.
 */
@Path("/admin/applications")
@Produces(APPLICATION_JSON)
@RequiresScope(value = "registry:admin", as = Acting.APPLICATION)
@RunOnVirtualThread
class ApplicationsEndpoint {
    private static final String NAME = "name";

    /** Beside what is said of one, in our own answers: whoever sends one back means the rest. */
    private static final List<String> OURS =
            List.of(
                    NAME,
                    "version",
                    "client_id",
                    "client_id_issued_at",
                    "client_secret",
                    "client_secret_expires_at",
                    "lint");

    private final Applications applications;

    ApplicationsEndpoint(Applications applications) {
        this.applications = applications;
    }

    @GET
    public RestResponse<All> list() {
        return ResponseBuilder.ok(new All(applications.all()))
                .header(CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{name}")
    public RestResponse<ApplicationAnswer> show(@RestPath String name) {
        return answer(Status.OK, applications.find(name));
    }

    @POST
    @Consumes(APPLICATION_JSON)
    public RestResponse<ApplicationAnswer> create(
            @RestQuery("dry_run") boolean dryRun, String body) {
        ObjectNode members = read(body);
        String name = members.path(NAME).asText();
        return answer(
                Status.CREATED,
                applications.create(name, metadata(members), new Manner(false, dryRun)));
    }

    @PUT
    @Path("{name}")
    @Consumes(APPLICATION_JSON)
    public RestResponse<ApplicationAnswer> replace(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @RestQuery("dry_run") boolean dryRun,
            String body) {
        var seen = Precondition.required(ifMatch);
        return answer(
                Status.OK,
                applications.replace(name, metadata(read(body)), seen, new Manner(false, dryRun)));
    }

    @DELETE
    @Path("{name}")
    public void delete(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @RestQuery("dry_run") boolean dryRun) {
        applications.delete(name, Precondition.of(ifMatch), new Manner(false, dryRun));
    }

    private static ObjectNode read(String body) {
        try {
            return ForeignJson.object(body);
        } catch (ForeignFault fault) {
            throw Reason.JSON_OBJECT_REQUIRED.refuse(
                    "the body must be one JSON object, each member once: it %s", fault.words());
        }
    }

    private static ObjectNode metadata(ObjectNode members) {
        return members.remove(OURS);
    }

    private static RestResponse<ApplicationAnswer> answer(Status status, ApplicationAnswer it) {
        return ResponseBuilder.create(status, it)
                .header(ETAG, Precondition.tag(it.version()))
                .header(CACHE_CONTROL, "no-store")
                .build();
    }

    record All(List<ApplicationAnswer> applications) {}
}
