package guichet.authorization.neighbour;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.contract.Caller;
import guichet.registryclient.ClientJson;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.UUID;

/** Stands for the registry, over real HTTP. */
public final class RegistryNeighbour implements QuarkusTestResourceLifecycleManager {
    public static final String REDIRECT_URI = "https://cine.example/cb?tenant=1";

    private static final String DEFAULTS =
            """
            "redirect_uris": ["%s"], "grant_types": ["authorization_code"],
            "scope": "movies:read movies:write stats:read openid email",
            "token_endpoint_auth_method": "client_secret_basic", "standing": "declared"\
            """
                    .formatted(REDIRECT_URI);

    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        SERVER.start();
        offers("");
        return Map.of("guichet.internal.registry.url", SERVER.baseUrl());
    }

    /**
     * From now on these APIs are on offer beside those of the tests: a comma before each. It is
     * noticed when the last answer is no longer fresh.
     */
    public static void offers(String more) {
        SERVER.stubFor(
                get("/internal/resources")
                        .willReturn(
                                okJson(
                                        """
                                        [{"identifier": "http://localhost:8090", "title": "Movies", "default": true, "scopes": [
                                          {"name": "movies:read", "description": "See the films on your list", "words": {"en": "See the films on your list", "fr": "Voir les films de votre liste"}, "granted_to": ["person"]},
                                          {"name": "movies:write", "description": "Change your list", "granted_to": ["person"]},
                                          {"name": "stats:read", "description": "Count", "granted_to": ["application"]}]},
                                         {"identifier": "https://seats.example", "title": "Seats", "scopes": [
                                          {"name": "seats:read", "description": "See the seats", "granted_to": ["person"]}]}%s]\
                                        """
                                                .formatted(more))));
    }

    /** How often it was asked which APIs there are. */
    public static int questionsForApis() {
        return SERVER.countRequestsMatching(
                        getRequestedFor(urlEqualTo("/internal/resources")).build())
                .getCount();
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** From now on the registry fails when it is asked for this client. */
    public static void failsFor(String clientId) {
        SERVER.stubFor(get("/internal/clients/" + clientId).willReturn(serverError()));
    }

    /** From now on no client is there but this one, as far as the registry is asked for many. */
    public static void hasOnly(String clientId) {
        SERVER.stubFor(
                post("/internal/present-clients")
                        .willReturn(okJson("[\"%s\"]".formatted(clientId))));
    }

    /** From now on the registry fails when it is asked which clients are there. */
    public static void cannotSayWhoIsThere() {
        SERVER.stubFor(post("/internal/present-clients").willReturn(serverError()));
    }

    /** A confidential client with one redirect address; answers its client_id. */
    public static String client() {
        return client("");
    }

    /** A client with these members more, or other values of some. */
    public static String client(String members) {
        String id = UUID.randomUUID().toString();
        hasRegistered(id, members);
        return id;
    }

    /** From now on a client is registered with these members, likewise. */
    public static void hasRegistered(String id, String members) {
        String json = ClientJson.of(id, DEFAULTS + (members.isEmpty() ? "" : ", " + members));
        SERVER.stubFor(get("/internal/clients/" + id).willReturn(okJson(json)));
    }

    /** A new address at which nothing is published yet. */
    public static String addressOfRequestObject() {
        return SERVER.baseUrl() + "/request-objects/" + UUID.randomUUID();
    }

    /** From now on a client publishes this object there. */
    public static void publishesRequestObject(String address, String object) {
        SERVER.stubFor(get(address.substring(SERVER.baseUrl().length())).willReturn(ok(object)));
    }

    /** Has the registry asked as its contract has it. */
    public static Caller caller(ObjectMapper json) {
        return new Caller(SERVER, json);
    }
}
