package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.Reason;
import guichet.registry.logo.Logos;
import guichet.registry.registration.SoftwareStatements.Applied;
import guichet.registry.signing.SigningAlgorithms;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/** The client registration endpoint, RFC 7591 §3. */
@Path("/register")
@PermitAll // who may register is asked below
@RunOnVirtualThread
class RegistrationEndpoint {
    private final RegistrationAuthorization registrationAuthorization;
    private final MetadataReader metadata;
    private final Registrations registrations;
    private final SigningAlgorithms algorithms;
    private final Logos logos;
    private final String issuer;

    RegistrationEndpoint(
            RegistrationAuthorization registrationAuthorization,
            MetadataReader metadata,
            Registrations registrations,
            SigningAlgorithms algorithms,
            Logos logos,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.registrationAuthorization = registrationAuthorization;
        this.metadata = metadata;
        this.registrations = registrations;
        this.algorithms = algorithms;
        this.logos = logos;
        this.issuer = issuer;
    }

    @POST
    @Consumes(APPLICATION_JSON)
    @Produces(APPLICATION_JSON)
    @Cache(noStore = true)
    public RestResponse<ClientInformationResponse> register(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization, String body) {
        return switch (registrationAuthorization.decide(authorization)) {
            case ALLOWED -> created(metadata.members(body), authorization);
            case CLOSED ->
                    throw Reason.REGISTRATION_CLOSED.refuse(
                            "registration is closed at this deployment");
            case TOKEN_MISSING ->
                    throw Reason.INITIAL_ACCESS_TOKEN_MISSING.refuse(
                            "registration needs an initial access token: ask for one");
            case TOKEN_WRONG -> throw Registrations.wrongToken();
        };
    }

    private RestResponse<ClientInformationResponse> created(
            Applied request, @Nullable String authorization) {
        TakenMetadata taken = metadata.read(request);
        var credentials = registrations.add(taken, authorization);
        algorithms.announce(taken.metadata());
        taken.metadata().logoUri().ifPresent(_ -> logos.fetchFirst(credentials.clientId()));
        return RestResponse.status(
                Status.CREATED, ClientInformationResponse.of(credentials, taken, issuer));
    }
}
