package guichet.registry.registration;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.oauth.BearerHeader;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import guichet.registry.change.Flag;
import guichet.registry.client.Client;
import guichet.registry.client.Clients;
import guichet.registry.client.Credentials;
import guichet.registry.deletion.Deletions;
import guichet.registry.logo.Logos;
import guichet.registry.registration.SoftwareStatements.Applied;
import guichet.registry.signing.SigningAlgorithms;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The client configuration endpoint, RFC 7592 §2, opened by the registration access token. */
@Path("/register/{clientId}")
@PermitAll // its registration access token is looked at below
@Produces(APPLICATION_JSON)
@RunOnVirtualThread
class ManagementEndpoint {
    /** What only the server says, RFC 7592 §2.2. */
    private static final List<String> SERVERS_OWN =
            List.of(
                    "registration_access_token",
                    "registration_client_uri",
                    "client_secret_expires_at",
                    "client_id_issued_at");

    private final Registrations registrations;
    private final Clients clients;
    private final Deletions deletions;
    private final MetadataReader metadata;
    private final SigningAlgorithms algorithms;
    private final Logos logos;
    private final RegistrationLimit limit;
    private final String issuer;

    ManagementEndpoint(
            Registrations registrations,
            Clients clients,
            Deletions deletions,
            MetadataReader metadata,
            SigningAlgorithms algorithms,
            Logos logos,
            RegistrationLimit limit,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.registrations = registrations;
        this.clients = clients;
        this.deletions = deletions;
        this.metadata = metadata;
        this.algorithms = algorithms;
        this.logos = logos;
        this.limit = limit;
        this.issuer = issuer;
    }

    /** What is registered, RFC 7592 §2.1; a secret is shown once only, when it is made. */
    @GET
    public RestResponse<ClientInformationResponse> read(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization, @RestPath String clientId) {
        Managed managed = authenticate(authorization, clientId);
        return answer(
                managed.client().credentials(managed.token()),
                TakenMetadata.before(managed.client().metadata()));
    }

    /**
     * Replaces all metadata, RFC 7592 §2.2: what is left out is as if it had never been registered.
     * The answer has another registration access token; the last one is good until that is used.
     */
    @PUT
    @Consumes(APPLICATION_JSON)
    public RestResponse<ClientInformationResponse> replace(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            @RestPath String clientId,
            String body) {
        Managed managed = authenticate(authorization, clientId);
        Applied request = metadata.members(body);
        checkIdentity(request.members(), clientId);
        TakenMetadata taken = metadata.read(request);
        Credentials credentials = registrations.replace(clientId, managed.token(), taken);
        algorithms.announce(taken.metadata());
        taken.metadata().logoUri().ifPresent(_ -> logos.fetchFirst(clientId));
        return answer(credentials, taken);
    }

    /**
     * Makes another secret, so that secrets can be replaced without an outage; or, with {@code
     * revoke_previous}, so that one that leaked is good no more.
     */
    @POST
    @Path("secret")
    public RestResponse<ClientInformationResponse> replaceSecret(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            @RestPath String clientId,
            @Context UriInfo address) {
        Managed managed = authenticate(authorization, clientId);
        boolean atOnce = Flag.of("revoke_previous", address);
        return answer(
                atOnce
                        ? clients.replaceSecretAtOnce(clientId, managed.token())
                        : clients.replaceSecret(clientId, managed.token()),
                TakenMetadata.before(managed.client().metadata()));
    }

    /** Ends the client and everything issued for it, RFC 7592 §2.3. */
    @DELETE
    public void delete(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization, @RestPath String clientId) {
        Managed managed = authenticate(authorization, clientId);
        deletions.deleteByItself(clientId, managed.token());
    }

    private Managed authenticate(@Nullable String authorization, String clientId) {
        limit.require();
        OpaqueToken token =
                BearerHeader.token(authorization)
                        .orElseThrow(() ->
                                Reason.REGISTRATION_ACCESS_TOKEN_MISSING.refuse(
                                        "send the client's registration_access_token in the header"
                                                + " Authorization: Bearer"));
        return clients.findManaged(clientId, token)
                .map(client -> new Managed(client, token))
                // The same for a client that is not there as for another's token.
                .orElseThrow(() ->
                        Reason.REGISTRATION_ACCESS_TOKEN_WRONG.refuse(
                                "this is not the client's registration_access_token: each"
                                        + " change yields another, and with the client or"
                                        + " its only owner it ends"));
    }

    /** A client, and the token by which it manages itself. */
    private record Managed(Client client, OpaqueToken token) {}

    private void checkIdentity(JsonNode request, String clientId) {
        if (!request.path("client_id").asText().equals(clientId)) {
            throw Reason.CLIENT_ID_DIFFERS.refuse(
                    "client_id must be there and be that of the address");
        }
        if (request.hasNonNull("client_secret")
                && !clients.hasSecret(
                        clientId, OpaqueToken.of(request.get("client_secret").asText()))) {
            throw Reason.METADATA_OF_THE_SERVER.refuse(
                    "client_secret must be the present one: leave it out, or have another one made"
                            + " at registration_client_uri/secret");
        }
        for (String member : SERVERS_OWN) {
            if (request.hasNonNull(member)) {
                throw Reason.METADATA_OF_THE_SERVER.refuse(
                        "%s is the server's to say: leave it out", member);
            }
        }
    }

    private RestResponse<ClientInformationResponse> answer(
            Credentials credentials, TakenMetadata taken) {
        return ResponseBuilder.ok(ClientInformationResponse.of(credentials, taken, issuer))
                .header(CACHE_CONTROL, "no-store")
                .build();
    }
}
