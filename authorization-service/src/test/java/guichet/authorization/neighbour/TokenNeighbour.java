package guichet.authorization.neighbour;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import guichet.kit.contract.Caller;
import guichet.kit.contract.Golden;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stands for token-service, over real HTTP. */
public final class TokenNeighbour implements QuarkusTestResourceLifecycleManager {
    private static final String CREDENTIAL = "Bearer the-credential-to-token-in-tests";

    private static final String LOGOUT =
            "logout of {{jsonPath request.body '$.subject'}} at {{jsonPath request.body"
                    + " '$.client_id'}} from {{jsonPath request.body '$.sid'}}";

    private static final String ENDS = "/internal/(revoked-grants|ended-sessions|grant-ends)";

    private static final WireMockServer SERVER =
            new WireMockServer(
                    WireMockConfiguration.options().dynamicPort().globalTemplating(true));

    @Override
    public Map<String, String> start() {
        SERVER.start();
        SERVER.stubFor(
                post(urlMatching(ENDS))
                        .withHeader("Authorization", equalTo(CREDENTIAL))
                        .willReturn(noContent()));
        SERVER.stubFor(
                post("/internal/logout-tokens")
                        .withHeader("Authorization", equalTo(CREDENTIAL))
                        .willReturn(
                                answer(
                                        Golden.today("logout-tokens")
                                                .with("response.logout_token", LOGOUT))));
        SERVER.stubFor(post("/internal/id-token-hints").atPriority(9).willReturn(notFound()));
        SERVER.stubFor(
                post("/internal/implicit-tokens")
                        .withHeader("Authorization", equalTo(CREDENTIAL))
                        .atPriority(9)
                        .willReturn(notFound()));
        return Map.of("guichet.internal.token.url", SERVER.baseUrl());
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** An ID token that token-service knows as one of its own; answers the token. */
    public static String idToken(String clientId, String subject, UUID sid) {
        String token = "header.%s.signature".formatted(UUID.randomUUID());
        SERVER.stubFor(
                post("/internal/id-token-hints")
                        .withHeader("Authorization", equalTo(CREDENTIAL))
                        .withRequestBody(matchingJsonPath("$.id_token_hint", equalTo(token)))
                        .willReturn(
                                answer(
                                        Golden.today("id-token-hints")
                                                .with("response.subject", subject)
                                                .with("response.client_id", clientId)
                                                .with("response.sid", sid))));
        return token;
    }

    /** From now on token-service issues these tokens for grants to a client. */
    public static void issuesImplicitly(String clientId, String parameters) {
        SERVER.stubFor(
                post("/internal/implicit-tokens")
                        .withHeader("Authorization", equalTo(CREDENTIAL))
                        .withRequestBody(matchingJsonPath("$.grant.client_id", equalTo(clientId)))
                        .willReturn(okJson(parameters)));
    }

    /** What token-service was asked to issue implicit tokens for, last. */
    public static JsonPath implicitGrant() {
        var asked = SERVER.findAll(postRequestedFor(urlEqualTo("/internal/implicit-tokens")));
        return JsonPath.from(asked.getLast().getBodyAsString());
    }

    /** What token-service was told when this grant ended, or all of this person, each time. */
    public static List<String> toldOf(UUID id) {
        return SERVER.findAll(postRequestedFor(urlMatching(ENDS))).stream()
                .map(request -> request.getBodyAsString())
                .filter(body -> body.contains(id.toString()))
                .toList();
    }

    private static ResponseDefinitionBuilder answer(Golden golden) {
        return okJson(golden.response().toString());
    }

    /** Has token-service asked as its contract has it. */
    public static Caller caller(ObjectMapper json) {
        return new Caller(SERVER, json);
    }

    /** Breaks each connection until closed. */
    public static Outage away() {
        return new Outage();
    }

    /** token-service is away, until this is closed. */
    public static final class Outage implements AutoCloseable {
        private final StubMapping broken =
                SERVER.stubFor(
                        any(urlMatching("/internal/.*"))
                                .atPriority(1)
                                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        private Outage() {}

        @Override
        public void close() {
            SERVER.removeStub(broken);
        }
    }
}
