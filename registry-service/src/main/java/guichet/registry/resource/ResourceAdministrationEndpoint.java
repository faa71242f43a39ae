package guichet.registry.resource;

import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.registry.change.ChangeOptions;
import guichet.registry.change.OpenApiFile;
import guichet.registry.change.Precondition;
import guichet.registry.change.VersionedAnswer;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;
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
    private final String issuer;

    ResourceAdministrationEndpoint(
            ResourceControl control,
            ApiReader reader,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.control = control;
        this.reader = reader;
        this.issuer = issuer;
    }

    @GET
    @Cache(noStore = true)
    public Apis list() {
        return new Apis(control.all());
    }

    @GET
    @Path(OpenApiFile.PATH)
    @Produces("application/yaml")
    public byte[] description() throws IOException {
        return OpenApiFile.of(ResourceAdministrationEndpoint.class);
    }

    @GET
    @Path("{name}")
    public RestResponse<DescribedApi> show(@RestPath String name) {
        return answer(control.find(name)).build();
    }

    @POST
    @Consumes(APPLICATION_JSON)
    public RestResponse<DescribedApi> create(@Context UriInfo address, String body) {
        var options = ChangeOptions.of(address);
        DescribedApi made = control.create(reader.read(body), options);
        return options.dryRun()
                ? answer(made).build()
                : answer(made)
                        .status(Status.CREATED)
                        .location(URI.create(issuer + PATH + "/" + made.api().name()))
                        .build();
    }

    @PUT
    @Path("{name}")
    @Consumes(APPLICATION_JSON)
    public RestResponse<DescribedApi> replace(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @Context UriInfo address,
            String body) {
        var seen = Precondition.required(ifMatch);
        var options = ChangeOptions.of(address);
        DescribedApi changed = control.replace(reader.read(body, name), seen, options);
        return answer(changed).build();
    }

    @DELETE
    @Path("{name}")
    public void delete(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @Context UriInfo address) {
        control.delete(name, Precondition.of(ifMatch), ChangeOptions.of(address));
    }

    private static ResponseBuilder<DescribedApi> answer(DescribedApi api) {
        return VersionedAnswer.of(api, api.version());
    }

    record Apis(List<DescribedApi> resources) {}
}
