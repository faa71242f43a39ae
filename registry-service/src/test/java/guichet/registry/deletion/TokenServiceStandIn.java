package guichet.registry.deletion;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.contract.Caller;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Stands for token-service, over real HTTP. */
public final class TokenServiceStandIn implements QuarkusTestResourceLifecycleManager {
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of("guichet.internal.token.url", SERVER.baseUrl());
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    static void answers(int status) {
        SERVER.stubFor(
                put(urlMatching("/internal/ended-clients/.*"))
                        .withHeader(
                                "Authorization", equalTo("Bearer the-credential-to-token-in-tests"))
                        .willReturn(aResponse().withStatus(status)));
    }

    /** From now on it takes ends of secrets. */
    public static void takesEndsOfSecrets() {
        SERVER.stubFor(
                put(urlMatching("/internal/ended-secrets/.*"))
                        .withHeader(
                                "Authorization", equalTo("Bearer the-credential-to-token-in-tests"))
                        .willReturn(aResponse().withStatus(204)));
    }

    /** How often it was told of the end of a secret. */
    public static int timesToldOfSecret(String sha256) {
        return SERVER.countRequestsMatching(
                        putRequestedFor(urlEqualTo("/internal/ended-secrets/" + sha256)).build())
                .getCount();
    }

    /** From now on it takes ends of scopes. */
    public static void takesEndsOfScopes() {
        SERVER.stubFor(
                post("/internal/ended-scopes")
                        .withHeader(
                                "Authorization", equalTo("Bearer the-credential-to-token-in-tests"))
                        .willReturn(aResponse().withStatus(204)));
    }

    /** Whether it was told that scopes of this API are on offer no more. */
    public static boolean wasToldOfTheEndOf(String resource) {
        return SERVER.countRequestsMatching(
                                postRequestedFor(urlEqualTo("/internal/ended-scopes"))
                                        .withRequestBody(
                                                matchingJsonPath("$.resource", equalTo(resource)))
                                        .build())
                        .getCount()
                > 0;
    }

    /** From now on it has grants of these clients, each in quotes, or fails with this status. */
    public static void hasGrantsOf(int status, String clientIds) {
        SERVER.stubFor(
                post("/internal/granted-clients")
                        .withHeader(
                                "Authorization", equalTo("Bearer the-credential-to-token-in-tests"))
                        .willReturn(
                                aResponse()
                                        .withStatus(status)
                                        .withHeader("Content-Type", "application/json")
                                        .withBody("[" + clientIds + "]")));
    }

    /** From now on it makes keys, or fails with this status. */
    public static void makesKeys(int status) {
        SERVER.stubFor(
                put(urlMatching("/internal/signing-algorithms/.*"))
                        .withHeader(
                                "Authorization", equalTo("Bearer the-credential-to-token-in-tests"))
                        .willReturn(aResponse().withStatus(status)));
    }

    /** How often it was told that somebody registered for this algorithm. */
    public static int timesToldOfAlgorithm(String algorithm) {
        return SERVER.countRequestsMatching(
                        putRequestedFor(urlEqualTo("/internal/signing-algorithms/" + algorithm))
                                .build())
                .getCount();
    }

    /** Has token-service asked as its contract has it. */
    public static Caller caller(ObjectMapper json) {
        return new Caller(SERVER, json);
    }

    static int timesTold(String clientId) {
        return SERVER.countRequestsMatching(
                        putRequestedFor(urlEqualTo("/internal/ended-clients/" + clientId)).build())
                .getCount();
    }
}
