package guichet.token.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-2.3")
class ClientAuthenticationTest {
    @Test
    @Tag("RFC6749-2.3.1")
    void basic_is_taken_form_encoded() {
        call(basic(encoded(Neighbours.client()), encoded(Neighbours.SECRET))).statusCode(200);
    }

    @Test
    @Tag("RFC6749-2.3.1")
    void the_secret_may_stand_in_the_form() {
        TokenCall.withSecret(Neighbours.client(), clientCredentials()).statusCode(200);
    }

    @Test
    void an_unknown_client_and_a_wrong_secret_get_the_same_answer() {
        var unknown = call(basic("nobody", "wrong")).statusCode(401).extract();
        var wrong = call(basic(Neighbours.client(), "wrong")).statusCode(401).extract();

        assertThat(unknown.asString()).isEqualTo(wrong.asString());
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Basic");
        assertThat(wrong.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/introspect", "/revoke"})
    @Tag("RFC6749-2.3.1")
    void a_secret_is_taken_from_the_header_although_the_form_is_registered(String endpoint) {
        String client = Neighbours.client("\"client_secret_post\"", "\"client_credentials\"");

        call(endpoint, basic(client, Neighbours.SECRET)).statusCode(200);
        call(endpoint, basic(client, "wrong")).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/introspect", "/revoke"})
    @Tag("RFC6749-2.3.1")
    void a_secret_is_taken_from_the_form_although_the_header_is_registered(String endpoint) {
        String client = Neighbours.client("\"client_secret_basic\"", "\"client_credentials\"");

        call(endpoint, form(client, Neighbours.SECRET)).statusCode(200);
        call(endpoint, form(client, "wrong")).statusCode(401);
    }

    /** Whoever learns the secret of an HMAC cannot do without the HMAC. */
    @ParameterizedTest
    @ValueSource(strings = {"client_secret_jwt", "private_key_jwt", "none"})
    void a_client_that_sends_no_secret_is_held_to_what_it_registered(String method) {
        String client = Neighbours.client("\"%s\"".formatted(method), "\"client_credentials\"");

        refused(basic(client, Neighbours.SECRET));
        refused(form(client, Neighbours.SECRET));
    }

    @Test
    void a_confidential_client_may_not_leave_its_secret_out() {
        TokenCall.without(Neighbours.client(), clientCredentials())
                .statusCode(401)
                .body("error", equalTo("invalid_client"));
    }

    /** As oidc-agent sends it, and others whose secret may be empty. */
    @Test
    @Tag("RFC6749-2.3.1")
    void an_empty_secret_in_the_header_is_as_good_as_none() {
        String client = Neighbours.publicClient();
        var code = Map.of("grant_type", "authorization_code", "code", Neighbours.code(client));

        TokenCall.with(basic(client, ""), code).statusCode(200);
        refused(basic(Neighbours.client(), ""));
    }

    @Test
    void two_methods_in_one_request_are_refused() {
        String client = Neighbours.client();

        call(basic(client, Neighbours.SECRET).formParam("client_secret", Neighbours.SECRET))
                .statusCode(400)
                .body("error", equalTo("invalid_request"))
                .body("error_description", containsString("twice"));
    }

    @Test
    void two_names_in_one_request_are_refused() {
        call(basic(Neighbours.client(), Neighbours.SECRET).formParam("client_id", "another"))
                .statusCode(400)
                .body("error", equalTo("invalid_request"));
    }

    @Test
    void a_request_without_a_client_is_told_what_is_missing() {
        call(given())
                .statusCode(400)
                .body("error_description", equalTo("parameter client_id is missing"));
    }

    @Test
    void a_malformed_header_is_refused() {
        call(given().header("Authorization", "Basic ???"))
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Basic"));
    }

    @Test
    void a_client_id_that_cannot_be_one_is_unknown_and_not_an_outage() {
        call(basic(encoded("\u0000"), "x")).statusCode(401);
        call(basic("x".repeat(5000), "x")).statusCode(401);
    }

    private static void refused(RequestSpecification request) {
        call(request).statusCode(401).body("error", equalTo("invalid_client"));
    }

    private static ValidatableResponse call(RequestSpecification request) {
        return TokenCall.with(request, clientCredentials());
    }

    private static ValidatableResponse call(String endpoint, RequestSpecification request) {
        return request.formParams(clientCredentials())
                .formParam("token", "any")
                .post(endpoint)
                .then();
    }

    private static RequestSpecification form(String name, String secret) {
        return given().formParam("client_id", name).formParam("client_secret", secret);
    }

    private static Map<String, String> clientCredentials() {
        return Map.of("grant_type", "client_credentials");
    }

    private static RequestSpecification basic(String name, String secret) {
        byte[] pair = (name + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return given().header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
