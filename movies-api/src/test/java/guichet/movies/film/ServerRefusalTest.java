package guichet.movies.film;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP server refuses before any endpoint sees it is told in our words all the same. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestIssuer.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServerRefusalTest {
    @Test
    @Tag("RFC9110-15.5.14")
    void a_body_that_is_too_large_is_refused_by_its_announced_length() throws IOException {
        String answer = raw("POST /movies HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .containsIgnoringCase("content-type: application/json")
                .contains("\"error\":\"invalid_request\"", "/errors/request-too-large\"");
    }

    @Test
    @Tag("RFC9110-15.5.6")
    void another_method_is_refused() {
        var answer = given().delete("/movies");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.jsonPath().getString("error_uri")).endsWith("/method-unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/*", "image/png;q=0.3", "*", ";"})
    @Tag("RFC9110-12.5.1")
    void a_type_that_nobody_makes_is_a_wish_that_is_not_granted(String accept) {
        var answer = given().header("Accept", accept).get("/movies");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/json");
    }

    @Test
    @Tag("RFC9110-15.6.1")
    void a_fault_of_ours_tells_nothing_but_that() {
        var answer = given().get("/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.jsonPath().getString("error")).isEqualTo("server_error");
        assertThat(answer.jsonPath().getString("error_uri")).endsWith("/service-failed");
        assertThat(answer.asString()).doesNotContain("what only the log may read");
    }

    /** An endpoint with a bug. */
    @Path("/broken")
    public static class Broken {
        @GET
        public String get() {
            throw new IllegalStateException("what only the log may read");
        }
    }

    /** As no client library would send it. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
