package guichet.registry.resource;

import static guichet.kit.audit.AuditEvent.RESOURCE_ADDED;
import static guichet.kit.audit.AuditEvent.RESOURCE_CHANGED;
import static guichet.kit.audit.AuditEvent.RESOURCE_DELETED;
import static guichet.kit.audit.AuditField.BY;
import static guichet.kit.audit.AuditField.BY_CLIENT;
import static guichet.kit.audit.AuditField.RESOURCE;
import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.kit.audit.Audit;
import guichet.kit.audit.AuditEvent;
import guichet.registry.change.Manner;
import guichet.registry.change.Precondition;
import guichet.resource.CurrentAccessToken;
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
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The APIs on offer, for administrators, {@code docs/resources.md}. */
@Path(ResourceAdministrationEndpoint.PATH)
@Produces(APPLICATION_JSON)
@RequiresScope(value = "registry:admin", as = Acting.APPLICATION)
@RunOnVirtualThread
class ResourceAdministrationEndpoint {
    static final String PATH = "/admin/resources";

    private final ResourceControl control;
    private final ApiReader reader;
    private final CurrentAccessToken administrator;
    private final Audit audit;
    private final String issuer;

    ResourceAdministrationEndpoint(
            ResourceControl control,
            ApiReader reader,
            CurrentAccessToken administrator,
            Audit audit,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.control = control;
        this.reader = reader;
        this.administrator = administrator;
        this.audit = audit;
        this.issuer = issuer;
    }

    @GET
    public RestResponse<Apis> list() {
        return ResponseBuilder.ok(new Apis(control.all()))
                .header(CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{name}")
    public RestResponse<DescribedApi> show(@RestPath String name) {
        return answer(control.find(name)).build();
    }

    @POST
    @Consumes(APPLICATION_JSON)
    public RestResponse<DescribedApi> create(
            @RestQuery boolean force, @RestQuery("dry_run") boolean dryRun, String body) {
        var manner = new Manner(force, dryRun);
        DescribedApi made = control.create(reader.read(body), manner);
        String name = made.api().name();
        tell(RESOURCE_ADDED, name, manner);
        return answer(made)
                .status(Status.CREATED)
                .location(URI.create(issuer + PATH + "/" + name))
                .build();
    }

    @PUT
    @Path("{name}")
    @Consumes(APPLICATION_JSON)
    public RestResponse<DescribedApi> replace(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @RestQuery boolean force,
            @RestQuery("dry_run") boolean dryRun,
            String body) {
        var seen = Precondition.required(ifMatch);
        var manner = new Manner(force, dryRun);
        DescribedApi changed = control.replace(reader.read(body).called(name), seen, manner);
        tell(RESOURCE_CHANGED, name, manner);
        return answer(changed).build();
    }

    @DELETE
    @Path("{name}")
    public void delete(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @RestQuery boolean force,
            @RestQuery("dry_run") boolean dryRun) {
        var manner = new Manner(force, dryRun);
        control.delete(name, Precondition.of(ifMatch), manner);
        tell(RESOURCE_DELETED, name, manner);
    }

    private void tell(AuditEvent event, String name, Manner manner) {
        if (!manner.dryRun()) {
            audit.tell(
                    event,
                    RESOURCE.is(name),
                    BY.is(administrator.get().subject()),
                    BY_CLIENT.is(administrator.get().clientId()));
        }
    }

    private static ResponseBuilder<DescribedApi> answer(DescribedApi api) {
        return ResponseBuilder.ok(api)
                .header(HttpHeaders.ETAG, Precondition.tag(api.version()))
                .header(CACHE_CONTROL, "no-store");
    }

    record Apis(List<DescribedApi> resources) {}
}
