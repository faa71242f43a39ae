package guichet.token.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing tells a client that is not there from one whose secret, or method, was wrong. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class NeutralityTest {
    @ParameterizedTest
    @ValueSource(strings = {"/token", "/introspect", "/revoke"})
    void an_unknown_client_and_a_wrong_secret_are_answered_to_the_byte_alike(String endpoint) {
        var unknown = withSecret(endpoint, UUID.randomUUID().toString());
        var wrong = withSecret(endpoint, Neighbours.client());
        var none = withSecret(endpoint, Neighbours.publicClient());

        assertAlike(unknown, wrong, none);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/introspect", "/revoke"})
    void so_they_are_in_the_header(String endpoint) {
        var unknown = withHeader(endpoint, UUID.randomUUID().toString());
        var wrong = withHeader(endpoint, Neighbours.client());
        var malformed = call(given().header("Authorization", "Basic %%%"), endpoint);

        assertAlike(unknown, wrong, malformed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/token", "/introspect", "/revoke"})
    void so_they_are_without_any_secret(String endpoint) {
        var unknown = call(given().formParam("client_id", UUID.randomUUID()), endpoint);
        var lacking = call(given().formParam("client_id", Neighbours.client()), endpoint);

        assertAlike(unknown, lacking);
    }

    private static void assertAlike(Response first, Response... others) {
        assertThat(first.statusCode()).isEqualTo(401);
        assertThat(first.jsonPath().getString("error_uri"))
                .isEqualTo("http://localhost:8080/errors/client-authentication-failed");
        for (Response other : others) {
            assertThat(other.statusCode()).isEqualTo(401);
            assertThat(other.asByteArray()).isEqualTo(first.asByteArray());
            assertThat(headers(other)).isEqualTo(headers(first));
        }
    }

    private static List<String> headers(Response answer) {
        return answer.headers().asList().stream().map(Header::toString).sorted().toList();
    }

    private static Response withSecret(String endpoint, String clientId) {
        return call(
                given().formParam("client_id", clientId).formParam("client_secret", "wrong"),
                endpoint);
    }

    private static Response withHeader(String endpoint, String clientId) {
        return call(given().auth().preemptive().basic(clientId, "wrong"), endpoint);
    }

    private static Response call(RequestSpecification request, String endpoint) {
        return request.formParam("grant_type", "client_credentials")
                .formParam("token", "any")
                .post(endpoint);
    }
}
