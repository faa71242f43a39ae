package guichet.registry.registration;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OAuthException;
import guichet.oauth.OpaqueToken;
import guichet.registry.client.Clients;
import guichet.registry.deletion.Deletions;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A registration access token that ends while a request with it is under way. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7592-2.2")
class EndedRegistrationTokenTest {
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final String REDIRECTS = "\"redirect_uris\": [\"https://cine.example/cb\"]";

    private final Clients clients;
    private final Deletions deletions;
    private String client;
    private String ended;
    private String next;

    EndedRegistrationTokenTest(Clients clients, Deletions deletions) {
        this.clients = clients;
        this.deletions = deletions;
    }

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void register() {
        Map<String, String> registered =
                Registration.with("tos_uri", "null").statusCode(201).extract().path("$");
        client = registered.get("client_id");
        ended = registered.get("registration_access_token");
        next = replace(ended, "").statusCode(200).extract().path("registration_access_token");
    }

    @Test
    void what_the_server_fetches_meanwhile_does_not_keep_it_good() throws Exception {
        SERVER.stubFor(
                get("/sector")
                        .willReturn(okJson("[\"https://cine.example/cb\"]").withFixedDelay(1_500)));
        String slow =
                ", \"client_name\": \"Taken\", \"sector_identifier_uri\": \"%s/sector\""
                        .formatted(SERVER.baseUrl());

        try (var thief = Executors.newSingleThreadExecutor()) {
            Future<ValidatableResponse> taking = thief.submit(() -> replace(ended, slow));
            awaitCall();
            use(next).statusCode(200);

            taking.get(20, TimeUnit.SECONDS)
                    .statusCode(401)
                    .body("error", equalTo("invalid_token"));
        }
        use(next).statusCode(200).body("client_name", nullValue());
    }

    @Test
    void it_makes_no_secret() {
        use(next).statusCode(200);

        assertRefused(() -> clients.replaceSecret(client, OpaqueToken.of(ended)));
        assertRefused(() -> clients.replaceSecretAtOnce(client, OpaqueToken.of(ended)));

        internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + client)
                .then()
                .body("secret_hashes", hasSize(1));
    }

    @Test
    void a_client_that_needs_no_secret_since_its_token_was_looked_at_is_given_none() {
        replace(next, ", \"token_endpoint_auth_method\": \"none\"").statusCode(200);
        var token = OpaqueToken.of(next);

        assertThatThrownBy(() -> clients.replaceSecret(client, token))
                .isInstanceOf(OAuthException.class)
                .hasMessageContaining("has no secret");
        assertThatThrownBy(() -> clients.replaceSecretAtOnce(client, token))
                .isInstanceOf(OAuthException.class)
                .hasMessageContaining("has no secret");

        internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + client)
                .then()
                .body("secret_hashes", hasSize(0));
    }

    @Test
    @Tag("RFC7592-2.3")
    void it_deletes_nothing() {
        use(next).statusCode(200);

        assertRefused(() -> deletions.deleteByItself(client, OpaqueToken.of(ended)));

        use(next).statusCode(200);
    }

    private static void assertRefused(ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOf(OAuthException.class)
                .hasMessageContaining("ended while the request was under way");
    }

    private static void awaitCall() throws InterruptedException {
        for (int i = 0; SERVER.findAll(getRequestedFor(urlEqualTo("/sector"))).isEmpty(); i++) {
            assertThat(i).as("tenths of a second").isLessThan(100);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private ValidatableResponse replace(String token, String more) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"client_id\": \"%s\", %s%s}".formatted(client, REDIRECTS, more))
                .put("/register/" + client)
                .then();
    }

    private ValidatableResponse use(String token) {
        return given().header("Authorization", "Bearer " + token).get("/register/" + client).then();
    }
}
