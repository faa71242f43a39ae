package guichet.movies.film;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.http.Endpoints;
import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @Tag("RFC9110-15.5.14")
    void a_body_whose_length_is_not_announced_is_refused_once_it_is_too_large() throws IOException {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";

        String answer =
                raw(
                        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + chunk.repeat(60)
                                + "0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("\"error\":\"invalid_request\"", "/errors/request-too-large\"");
    }

    @Test
    @Tag("RFC9110-4.1")
    void an_address_of_8000_octets_and_headers_of_16000_are_taken() throws IOException {
        String address = "/movies?x=" + "x".repeat(7_989);
        String header = "X-Long: " + "x".repeat(8_000) + "\r\n";

        String answer =
                raw("GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(address, header.repeat(2)));

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @Test
    @Tag("RFC9110-15.5.15")
    void a_longer_address_is_refused() throws IOException {
        String answer =
                raw("GET /movies?q=%s HTTP/1.1\r\nHost: x\r\n\r\n".formatted("x".repeat(20_000)));

        assertThat(answer)
                .containsPattern("^HTTP/1.\\d 414 ")
                .containsIgnoringCase("content-type: application/json")
                .contains("the address is too long", "/errors/request-too-large\"");
    }

    @Test
    @Tag("RFC6585-5")
    void larger_headers_are_refused() throws IOException {
        String answer =
                raw(
                        "GET /movies HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\n\r\n"
                                .formatted("x".repeat(40_000)));

        assertThat(answer)
                .containsPattern("^HTTP/1.\\d 431 ")
                .contains("the headers are too large", "/errors/request-too-large\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /movies HTTP/1.1\r\n\r\n",
                "GET /movies HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET /movies HTTP/1.1\r\nHost:\r\n\r\n",
                "GET /movies HTTP/1.1\r\nHost: x/y\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /movies?q={} HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /movies HTTP/1.1\r\nHost: x\r\nBad name: x\r\n\r\n",
                "GET /movies\r\nHost: x\r\n\r\n",
                "POST /echo HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Length: 3\r\n"
                        + "Content-Length: 4\r\n\r\n"
                        + "abcd",
                "POST /echo HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Length: 3\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n",
                "POST /echo HTTP/1.0\r\n"
                        + "Content-Length: 3\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n"
            })
    @Tag("RFC9110-15.5.1")
    void what_is_no_good_HTTP_is_refused_in_words(String request) throws IOException {
        String answer = raw(request);

        assertThat(answer)
                .containsPattern("^HTTP/1.\\d 400 ")
                .containsIgnoringCase("content-type: application/json")
                .contains("\"error\":\"invalid_request\"", "/errors/request-malformed\"");
    }

    @Test
    @Tag("RFC9110-15.5.16")
    void a_coded_body_is_refused_for_its_coding() {
        var answer =
                given().header("Content-Encoding", "gzip")
                        .contentType("application/json")
                        .body("{}")
                        .post("/echo");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(answer.jsonPath().getString("error_uri"))
                .endsWith("/content-encoding-unsupported");
    }

    @Test
    @Tag("RFC9110-10.1.1")
    void who_waits_to_be_told_to_go_on_is_told_so() throws IOException {
        String answer =
                raw(
                        "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Expect: 100-continue\r\n"
                                + "Content-Length: 2\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 100 Continue").contains("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "BREW", "PATCH"})
    @Tag("RFC9110-15.5.6")
    void a_method_that_is_not_taken_is_refused_and_others_named(String method) throws IOException {
        String answer = raw("%s /movies HTTP/1.1\r\nHost: x\r\n\r\n".formatted(method));

        assertThat(answer)
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("allow: GET, HEAD, OPTIONS")
                .contains("/errors/method-unsupported\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/movies/x/y", "/%ff"})
    @Tag("RFC9110-15.5.5")
    void where_there_is_nothing_that_is_said(String path) throws IOException {
        String answer = raw("GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(path));

        assertThat(answer)
                .startsWith("HTTP/1.1 404 ")
                .containsIgnoringCase("content-type: application/json")
                .contains("/errors/address-unknown\"");
    }

    @Test
    @Tag("RFC3986-7.3")
    void a_path_that_can_be_read_in_two_ways_is_refused() {
        Endpoints.refuseAmbiguousPaths();
    }

    @Test
    @Tag("RFC9112-3.2.2")
    void an_absolute_address_is_read_as_well() throws IOException {
        String answer = raw("GET http://x/movies HTTP/1.1\r\nHost: x\r\n" + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }

    @Test
    @Tag("RFC9110-12.5.1")
    void every_endpoint_answers_whatever_is_preferred() {
        Endpoints.answerWhateverIsPreferred();
    }

    @ParameterizedTest
    @CsvSource({
        "/movies,            'GET, HEAD, OPTIONS'",
        "/movies/,           'GET, HEAD, OPTIONS'",
        "/movies/{any},      'GET, HEAD, OPTIONS'",
        "/my-movies/{any},   'DELETE, OPTIONS, PUT'",
    })
    @Tag("RFC9110-15.5.6")
    void the_methods_of_an_address_are_named_to_whoever_sends_another(String path, String allowed) {
        var answer = given().patch(path.replace("{any}", "la-haine-1995"));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo(allowed);
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
    @PermitAll
    public static class Broken {
        @GET
        public String get() {
            throw new IllegalStateException("what only the log may read");
        }
    }

    /** An endpoint that reads a body. */
    @Path("/echo")
    @PermitAll
    public static class Echo {
        @POST
        @Consumes("application/json")
        @Produces("application/json")
        @RunOnVirtualThread
        public String post(String body) {
            return body;
        }
    }

    /** As no client library would send it. */
    private static String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String last = request.replaceFirst("\r\n", "\r\nConnection: close\r\n");
            socket.getOutputStream().write(last.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
