package guichet.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Octets as they stand on the wire: a well-behaved client would tidy them first. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HttpRulesTest {
    private final Socket nobody = new Socket();
    private RawNeighbour neighbour;
    private Gateway gateway;
    private int port;

    @BeforeEach
    void start() throws IOException {
        neighbour = RawNeighbour.start();
        port = freePort();
        gateway = start(Duration.ofSeconds(30));
    }

    private Gateway start(Duration patience) {
        return start(neighbour.port(), patience);
    }

    private Gateway start(int service, Duration patience) {
        return Gateway.start(
                port, URI.create("https://login.example"), Map.of(Route.TOKEN, service), patience);
    }

    /** At a port that is bound and where nobody listens: one that is free, others may take. */
    private void theServiceIsAway() throws IOException {
        nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        gateway.close();
        gateway = start(nobody.getLocalPort(), Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        neighbour.close();
        nobody.close();
    }

    @Test
    @Tag("RFC9110-4.1")
    void an_address_of_8000_octets_and_headers_of_16000_pass() throws IOException {
        String address = "/jwks?q=" + "x".repeat(7_992);
        String header = "X-Long: %s\r\n".formatted("x".repeat(7_990)).repeat(2);

        String answer = send("GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n".formatted(address, header));

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(neighbour.lastRequest()).startsWith("GET " + address + " HTTP/1.1\r\n");
    }

    @Test
    @Tag("RFC9110-10.2.2")
    void an_answer_may_lead_to_an_address_as_long() throws IOException {
        String location = "Location: https://app.example/?state=" + "x".repeat(20_000);
        neighbour.answers(
                "HTTP/1.1 303 See Other\r\n%s\r\nContent-Length: 0\r\n\r\n".formatted(location));

        String answer = send("GET /jwks HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 303 ").containsIgnoringCase(location);
    }

    @Test
    @Tag("RFC9110-15.5.15")
    void a_longer_address_is_refused_in_words() throws IOException {
        String answer =
                send("GET /jwks?q=%s HTTP/1.1\r\nHost: x\r\n\r\n".formatted("x".repeat(20_000)));

        assertThat(answer)
                .containsPattern("^HTTP/1.\\d 414 ")
                .containsIgnoringCase("content-type: application/json")
                .contains("https://login.example/errors/request-too-large");
    }

    @Test
    @Tag("RFC6585-5")
    void larger_headers_are_refused_in_words() throws IOException {
        String answer =
                send(
                        "GET /jwks HTTP/1.1\r\nHost: x\r\nX-Long: %s\r\n\r\n"
                                .formatted("x".repeat(40_000)));

        assertThat(answer)
                .containsPattern("^HTTP/1.\\d 431 ")
                .contains("https://login.example/errors/request-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /jwks HTTP/1.1\r\n\r\n",
                "GET /jwks HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
                "GET /jwks HTTP/1.1\r\nHost: x/y\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /jwks HTTP/1.1\r\nHost: x\r\nBad name: x\r\n\r\n",
                "nonsense\r\n\r\n",
                "POST /token HTTP/1.1\r\nHost: x\r\nContent-Type: form\r\nContent-Length: 0\r\n\r\n",
                "POST /token HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Length: 3\r\n"
                        + "Content-Length: 4\r\n\r\n"
                        + "abcd",
                "POST /token HTTP/1.1\r\n"
                        + "Host: x\r\n"
                        + "Content-Length: 3\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n"
            })
    @Tag("RFC9112-3.2")
    @Tag("RFC9112-6.3")
    void what_is_no_good_HTTP_is_refused_in_words_and_goes_nowhere(String request)
            throws IOException {
        String answer = send(request);

        assertThat(answer)
                .containsPattern("^HTTP/1.\\d 400 ")
                .containsIgnoringCase("content-type: application/json")
                .contains("https://login.example/errors/request-malformed");
        assertThat(neighbour.requests()).isEmpty();
    }

    @Test
    @Tag("RFC9110-15.5.16")
    void a_coded_body_is_refused_for_its_coding() throws IOException {
        String answer =
                send(
                        "POST /token HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\n"
                                + "Content-Length: 2\r\n\r\nab");

        assertThat(answer)
                .startsWith("HTTP/1.1 415 ")
                .containsIgnoringCase("accept-encoding: identity")
                .contains("https://login.example/errors/content-encoding-unsupported");
    }

    @Test
    @Tag("RFC9110-10.1.1")
    void who_waits_to_be_told_to_go_on_is_told_so_by_the_gateway() throws IOException {
        String answer =
                send(
                        "POST /token HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                                + "Content-Length: 2\r\n\r\nab");

        assertThat(answer).startsWith("HTTP/1.1 100 Continue\r\n").contains("HTTP/1.1 200 ");
        assertThat(neighbour.lastRequest()).doesNotContainIgnoringCase("expect:").endsWith("ab");
    }

    @Test
    @Tag("RFC9112-6.3")
    void an_answer_without_a_body_stays_one() throws IOException {
        neighbour.answers("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");

        String answer = send("GET /jwks HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 304 ")
                .doesNotContainIgnoringCase("transfer-encoding")
                .endsWith("\r\n\r\n");
    }

    @Test
    @Tag("RFC9110-9.3.2")
    void the_answer_to_HEAD_has_the_length_and_no_body() throws IOException {
        neighbour.answers("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");

        String answer = send("HEAD /jwks HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).containsIgnoringCase("content-length: 5\r\n").endsWith("\r\n\r\n");
    }

    @Test
    @Tag("RFC9110-15.5.14")
    void a_body_that_is_too_large_is_refused_by_its_announced_length() throws IOException {
        String answer = send("POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\nab");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("https://login.example/errors/request-too-large");
        assertThat(neighbour.requests()).isEmpty();
    }

    @Test
    @Tag("RFC9110-15.5.14")
    void a_body_of_unknown_length_that_is_too_large_is_refused_in_words() throws IOException {
        String answer =
                send(
                        "POST /token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + ("4000\r\n" + "x".repeat(0x4000) + "\r\n").repeat(40)
                                + "0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("https://login.example/errors/request-too-large");
        assertThat(neighbour.requests()).isEmpty();
    }

    @Test
    void a_body_of_unknown_length_is_passed_on_with_its_length() throws IOException {
        send(
                "POST /token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n");

        assertThat(neighbour.lastRequest())
                .containsIgnoringCase("content-length: 3\r\n")
                .endsWith("abc");
    }

    @Test
    @Tag("RFC9112-3.2")
    void a_host_as_long_as_headers_may_be_is_refused_in_words() throws IOException {
        String answer = send("GET /jwks HTTP/1.1\r\nHost: " + "x".repeat(30_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"invalid_request\"");
    }

    @Test
    void no_service_hears_of_bodies_that_do_not_come() throws IOException {
        var unfinished = new ArrayList<Socket>();
        for (int i = 0; i < 40; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            unfinished.add(socket);
            socket.getOutputStream()
                    .write(
                            "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na="
                                    .getBytes(StandardCharsets.ISO_8859_1));
        }

        String answer = send("GET /jwks HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(neighbour.requests()).hasSize(1);
        for (Socket socket : unfinished) {
            socket.close();
        }
    }

    @Test
    @Tag("RFC9110-15.5.9")
    void a_body_that_takes_too_long_is_refused_in_words() throws IOException {
        gateway.close();
        gateway = start(Duration.ofMillis(100));

        String answer = sendFirst("POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na=");

        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("connection: close\r\n")
                .contains("https://login.example/errors/request-too-slow");
        assertThat(neighbour.requests()).isEmpty();
    }

    @Test
    void a_browser_is_shown_a_page_when_a_service_is_away() throws IOException {
        theServiceIsAway();

        String page = send("GET /jwks HTTP/1.1\r\nHost: x\r\nAccept: text/html,*/*;q=0.8\r\n\r\n");
        String json = send("GET /jwks HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n");

        assertThat(page).startsWith("HTTP/1.1 503 ").contains("text/html", "<h1>");
        assertThat(json).startsWith("HTTP/1.1 503 ").contains("\"temporarily_unavailable\"");
    }

    @Test
    void a_form_that_is_sent_while_a_service_is_away_is_answered_by_a_page_in_browsers_alone()
            throws IOException {
        theServiceIsAway();
        String form =
                "POST /token HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nAccept: text/html\r\n";

        String page = send(form + "Sec-Fetch-Mode: navigate\r\n\r\n");
        String json = send(form + "\r\n");

        assertThat(page).startsWith("HTTP/1.1 503 ").contains("text/html", "<h1>");
        assertThat(json).startsWith("HTTP/1.1 503 ").contains("\"temporarily_unavailable\"");
    }

    /** Everything that comes back until the gateway closes, as it is asked to. */
    private String send(String request) throws IOException {
        String last = request.replaceFirst(" HTTP/1.1\r\n", " HTTP/1.1\r\nConnection: close\r\n");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(last.getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.ISO_8859_1);
        }
    }

    /** What comes back up to the end of its JSON, of a request that is not finished. */
    private String sendFirst(String part) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
            var answer = new Scanner(socket.getInputStream(), StandardCharsets.ISO_8859_1);
            return answer.useDelimiter("}").next();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
