package guichet.registry.client;

import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.registryclient.ClientMetadata;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InternalApiTest {
    /** Of the golden file. */
    private static final String LOGO =
            Golden.today("clients").response().path("logo_sha256").asText();

    private final ClientRows rows;
    private final ClientSecrets secrets;
    private final ObjectMapper json;

    InternalApiTest(ClientRows rows, ClientSecrets secrets, ObjectMapper json) {
        this.rows = rows;
        this.secrets = secrets;
        this.json = json;
    }

    @Test
    void a_client_is_told_with_the_hash_of_its_secret() {
        var registered =
                given().contentType("application/json")
                        .body(
                                """
                                {"client_name": "Ciné Club", "redirect_uris": ["https://cine.example/cb"]}\
                                """)
                        .post("/register")
                        .then()
                        .extract();

        asToken("/internal/clients/" + registered.path("client_id"))
                .statusCode(200)
                .body("client_name", equalTo("Ciné Club"))
                .body("redirect_uris", contains("https://cine.example/cb"))
                .body("scope", startsWith("movies:read movies:write openid"))
                .body("application_type", equalTo("web"))
                .body("subject_type", equalTo("public"))
                .body("sector_identifier", equalTo("cine.example"))
                .body("id_token_signed_response_alg", equalTo("RS256"))
                .body("request_uris", empty())
                .body("post_logout_redirect_uris", empty())
                .body("rotate_refresh_tokens", equalTo(true))
                .body("require_pkce", equalTo(false))
                .body("grant_types", contains("authorization_code"))
                .body("$", not(hasKey("token_endpoint_auth_method")))
                .body(
                        "secret_hashes",
                        contains(OpaqueToken.of(registered.path("client_secret")).sha256()));
    }

    @ParameterizedTest
    @GoldenSource("clients")
    void a_client_is_told_with_all_that_it_may_have(Golden golden) throws Exception {
        String client = UUID.randomUUID().toString();
        store(client, golden);
        try {
            Callee.check(golden.replacing(golden.subject(), client), "response.secret_hashes[]");
        } finally {
            forget(client);
        }
    }

    /** As if it had been registered: no registration has all members, some exclude each other. */
    private void store(String id, Golden golden) throws Exception {
        ObjectNode told = Golden.today("clients").leastResponse();
        told.setAll((ObjectNode) golden.response());
        var client =
                new Client(id, Instant.now(), json.treeToValue(told, ClientMetadata.class), null);
        client.vouchedForBy = Voucher.INITIAL_ACCESS_TOKEN;
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    rows.persistAndFlush(client);
                    secrets.add(client);
                    run("insert into logo values (?1, 'image/png', '')", LOGO);
                    run("update client set logo_sha256 = ?1 where client_id = ?2", LOGO, id);
                });
    }

    private void forget(String id) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    run("delete from client_secret where client_id = ?1", id);
                    run("delete from client where client_id = ?1", id);
                    run("delete from logo where sha256 = ?1", LOGO);
                });
    }

    private void run(String statement, String... values) {
        var query = rows.getEntityManager().createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        query.executeUpdate();
    }

    @ParameterizedTest
    @GoldenSource("present-clients")
    void authorization_service_is_told_which_clients_are_there(Golden golden) {
        String client =
                given().contentType("application/json")
                        .body("{\"redirect_uris\": [\"https://cine.example/cb\"]}")
                        .post("/register")
                        .path("client_id");

        Callee.check(golden.replacing(golden.response().path(0).asText(), client));
    }

    @ParameterizedTest
    @GoldenSource("clients-unknown")
    void an_unknown_client_is_not_found(Golden golden) {
        Callee.check(golden);
    }

    @ParameterizedTest
    @GoldenSource("flows")
    void the_flows_on_offer_are_told(Golden golden) {
        Callee.check(golden);
    }

    @Test
    void the_apis_on_offer_are_told_with_who_may_have_each_scope() {
        asToken("/internal/resources")
                .statusCode(200)
                .body(
                        "identifier",
                        contains("http://localhost:8080/admin", "http://localhost:8090"))
                .body("signing_algorithm", contains("ES256", "ES256"))
                .body("[1].scopes.name", contains("movies:read", "movies:write", "stats:read"))
                .body("[1].scopes[0].granted_to", contains("person"))
                .body("[1].scopes[2].granted_to", contains("application"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong", "Basic dG9rZW46dG9rZW4="})
    void without_a_callers_credential_nothing_is_told(String authorization) {
        internally()
                .header("Authorization", authorization)
                .get("/internal/resources")
                .then()
                .statusCode(401);
    }

    @Test
    @Tag("RFC9110-15.5.2")
    void who_is_refused_is_told_by_what_to_prove_who_it_is() {
        internally()
                .header("Authorization", "Bearer wrong")
                .get("/internal/resources")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("error", equalTo("invalid_client"));
    }

    private static ValidatableResponse asToken(String path) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get(path)
                .then();
    }
}
