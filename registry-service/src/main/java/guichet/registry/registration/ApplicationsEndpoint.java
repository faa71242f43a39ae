package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.IF_MATCH;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.foreign.RequestBody;
import guichet.oauth.Reason;
import guichet.registry.change.ChangeOptions;
import guichet.registry.change.Flag;
import guichet.registry.change.OpenApiFile;
import guichet.registry.change.Precondition;
import guichet.registry.change.VersionedAnswer;
import guichet.registry.signing.SigningAlgorithms;
import guichet.registryclient.ClientMetadata;
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
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * The applications that administrators keep, by names of theirs, {@code docs/administration.md}.
 */
@Path(ApplicationsEndpoint.PATH)
@Produces(APPLICATION_JSON)
@RequiresScope(value = "registry:admin", as = Acting.APPLICATION)
@RunOnVirtualThread
class ApplicationsEndpoint {
    static final String PATH = "/admin/applications";

    private static final String NAME = "name";

    /** Beside what is said of one, in our own answers: whoever sends one back means the rest. */
    static final List<String> OURS =
            List.of(
                    NAME,
                    "version",
                    "client_id",
                    "client_id_issued_at",
                    "client_secret",
                    "client_secret_expires_at",
                    "lint");

    private final Applications applications;
    private final MetadataReader reader;
    private final SigningAlgorithms algorithms;
    private final String issuer;

    ApplicationsEndpoint(
            Applications applications,
            MetadataReader reader,
            SigningAlgorithms algorithms,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.applications = applications;
        this.reader = reader;
        this.algorithms = algorithms;
        this.issuer = issuer;
    }

    @GET
    @Cache(noStore = true)
    public All list() {
        return new All(applications.all());
    }

    @GET
    @Path(OpenApiFile.PATH)
    @Produces("application/yaml")
    public byte[] description() throws IOException {
        return OpenApiFile.of(ApplicationsEndpoint.class);
    }

    @GET
    @Path("{name}")
    public RestResponse<ApplicationAnswer> show(@RestPath String name) {
        return answer(applications.find(name)).build();
    }

    @POST
    @Consumes(APPLICATION_JSON)
    public RestResponse<ApplicationAnswer> create(@Context UriInfo address, String body) {
        ChangeOptions options = ChangeOptions.of(address);
        ObjectNode members = RequestBody.object(body);
        String name = name(members).orElse("");
        ApplicationAnswer made = applications.create(name, metadata(members), options);
        announce(made, options);
        return options.dryRun()
                ? answer(made).build()
                : answer(made)
                        .status(Status.CREATED)
                        .location(URI.create(issuer + PATH + "/" + made.name()))
                        .build();
    }

    @PUT
    @Path("{name}")
    @Consumes(APPLICATION_JSON)
    public RestResponse<ApplicationAnswer> replace(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @Context UriInfo address,
            String body) {
        var seen = Precondition.required(ifMatch);
        ChangeOptions options = ChangeOptions.of(address);
        ObjectNode members = RequestBody.object(body);
        if (name(members).filter(it -> !it.equals(name)).isPresent()) {
            throw Reason.METADATA_MALFORMED.refuse(
                    "name: it is never changed; delete the application and create it anew");
        }
        ApplicationAnswer changed = applications.replace(name, metadata(members), seen, options);
        announce(changed, options);
        return answer(changed).build();
    }

    @DELETE
    @Path("{name}")
    public void delete(
            @RestPath String name,
            @HeaderParam(IF_MATCH) @Nullable String ifMatch,
            @Context UriInfo address) {
        applications.delete(name, Precondition.of(ifMatch), ChangeOptions.of(address));
    }

    /**
     * Makes another secret, so that secrets can be replaced without an outage; or, with {@code
     * revoke_previous}, so that one that leaked is good no more.
     */
    @POST
    @Path("{name}/secret")
    public RestResponse<ApplicationAnswer> replaceSecret(
            @RestPath String name, @Context UriInfo address) {
        boolean atOnce = Flag.of("revoke_previous", address);
        return answer(applications.replaceSecret(name, atOnce, ChangeOptions.of(address))).build();
    }

    /** What the body calls it; a number or null is no name. */
    private static Optional<String> name(ObjectNode members) {
        JsonNode name = members.path(NAME);
        if (!name.isMissingNode() && !name.isTextual()) {
            throw Reason.METADATA_MALFORMED.refuse("name: must be a text");
        }
        return Optional.ofNullable(name.textValue());
    }

    private void announce(ApplicationAnswer it, ChangeOptions options) {
        if (!options.dryRun()) {
            algorithms.announce(it.registration().metadata());
        }
    }

    private ClientMetadata metadata(ObjectNode members) {
        return reader.readAdministered(members.remove(OURS));
    }

    private static ResponseBuilder<ApplicationAnswer> answer(ApplicationAnswer it) {
        return VersionedAnswer.of(it, it.version());
    }

    record All(List<ApplicationAnswer> applications) {}
}
