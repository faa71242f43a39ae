package guichet.authorization.limit;

import static guichet.kit.limit.BehindGateway.from;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.account.Newcomer;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.audit.AuditCapture;
import guichet.kit.audit.AuditEvent;
import guichet.kit.limit.BehindGateway;
import guichet.kit.limit.ClientNetwork;
import guichet.kit.limit.Warnings;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits as they are by default, for clients as the gateway tells them apart. */
@QuarkusTest
@TestProfile(BehindGateway.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6585-4")
class LimitsTest {
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /** Thousands of requests are too many for a client that describes each. */
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource URI service;

    @Inject TestClock clock;

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "200, /login /account/password /account/email /email-verification",
        "100, /signup",
        "100, /password-reset /password-reset/new",
        "600, /auth",
        "600, /logout",
        "600, /consent /login/choice /account/profile /logout/decision",
    })
    void what_is_alike_the_same_network_may_send_only_so_often(int limit, String paths) {
        String address = "198.51.100." + CLIENTS.incrementAndGet();
        List<String> alike = List.of(paths.split(" "));

        var answers = new ArrayList<HttpResponse<String>>();
        do {
            answers.add(send(alike.get(answers.size() % alike.size()), address));
        } while (answers.getLast().statusCode() != 429 && answers.size() < 2 * limit);

        assertThat(answers.size() - 1).isBetween(limit, 2 * limit - 1); // some come back meanwhile
        assertThat(answers.getLast().statusCode()).isEqualTo(429);
        assertThat(alike).allMatch(path -> isTaken(path, "203.0.113.1"));
    }

    @Test
    void who_asks_too_often_reads_how_long_to_wait() {
        String address = "198.51.100.252";
        IntStream.range(0, 100).forEach(_ -> send("/signup", address));

        HttpResponse<String> refused = send("/signup", address);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 40);
        assertThat(header(refused, "Content-Type")).startsWith("text/html");
        var page = Jsoup.parse(refused.body());
        assertThat(page.expectFirst("h1").text()).isEqualTo("Please wait a little");
        assertThat(page.select("a").eachAttr("href")).contains("/errors/too-many-requests");
    }

    @Test
    void who_waits_as_long_as_is_said_is_served_again() {
        String address = "198.51.100.250";
        IntStream.range(0, 100).forEach(_ -> send("/signup", address));
        HttpResponse<String> refused = send("/signup", address);

        clock.pass(Duration.ofSeconds(Long.parseLong(header(refused, "Retry-After"))));

        assertThat(isTaken("/signup", address)).isTrue();
    }

    @Test
    void who_asks_too_often_is_told_in_the_audit_with_the_limit_and_the_network() {
        IntStream.range(0, 100).forEach(_ -> send("/signup", "198.51.100.242"));
        try (var audit = new AuditCapture()) {
            send("/signup", "198.51.100.242");

            var told = audit.event(AuditEvent.LIMIT_REACHED);
            assertThat(told.get("limit").asText()).isEqualTo("sign-up");
            assertThat(told.get("network").asText()).isEqualTo("198.51.100.242");
        }
    }

    @Test
    void the_addresses_of_one_ipv6_network_are_one_client() {
        IntStream.range(0, 100).forEach(host -> send("/signup", "2001:db8:0:1::" + host));

        assertThat(isTaken("/signup", "2001:db8:0:1:ffff::1")).isFalse();
        assertThat(isTaken("/signup", "2001:db8:0:2::1")).isTrue();
    }

    /** One household may choose from thousands of networks. */
    @Test
    @Tag("RFC6177-2")
    void the_networks_of_one_ipv6_site_have_sixteen_times_as_much_together() {
        long taken =
                IntStream.range(0, 1_700)
                        .filter(it ->
                                isTaken("/signup", "2001:db8:7:" + Integer.toHexString(it) + "::1"))
                        .count();

        assertThat(taken).isBetween(1_600L, 1_699L);
        assertThat(isTaken("/signup", "2001:db8:8::1")).isTrue();
    }

    /** Anybody's page could otherwise use up what the network of its visitors may. */
    @ParameterizedTest
    @CsvSource({
        "100, /signup, Sec-Fetch-Site, cross-site",
        "100, /signup, Sec-Fetch-Site, same-site",
        "600, /auth,   Sec-Fetch-Mode, no-cors",
        "600, /logout, Sec-Fetch-Mode, no-cors",
        "600, /logout, Sec-Fetch-Dest, iframe",
    })
    void what_another_page_has_a_browser_send_is_refused_and_counts_for_nothing(
            int limit, String path, String header, String value) {
        String address = "198.51.100.247";

        for (int time = 0; time < limit + 10; time++) {
            assertThat(send(path, address, Map.of(header, value)).statusCode()).isEqualTo(400);
        }

        assertThat(isTaken(path, address)).isTrue();
    }

    /** As most gateways write it, unless they are told to overwrite what they were sent. */
    @Test
    @Tag("RFC7239-8.1")
    void what_a_client_writes_before_the_gateway_does_names_nobody() {
        IntStream.range(0, 100).forEach(it -> send("/signup", "10.0.0." + it + ", 198.51.100.249"));

        assertThat(isTaken("/signup", "10.1.1.1, 198.51.100.249")).isFalse();
        assertThat(isTaken("/signup", "198.51.100.249, 198.51.100.248")).isTrue();
    }

    @Test
    @Tag("OIDCC-6.2")
    void one_network_may_have_the_servers_of_applications_called_only_so_often() {
        String requestUri = RegistryNeighbour.addressOfRequestObject(); // where nothing is
        String registered = "\"request_uris\": [\"%s\"]".formatted(requestUri);
        String client = RegistryNeighbour.client(registered);

        Map<Boolean, List<String>> answers =
                IntStream.range(0, 700)
                        .mapToObj(_ -> asks(client, requestUri, "198.51.100.244"))
                        .collect(
                                Collectors.partitioningBy(
                                        it -> it.contains("error=invalid_request_uri")));

        assertThat(answers.get(true)).hasSizeBetween(600, 699);
        assertThat(answers.get(false)).allMatch(it -> it.contains("error=temporarily_unavailable"));
        assertThat(asks(client, requestUri, "198.51.100.243"))
                .contains("error=invalid_request_uri");
    }

    /** Where an authorization request leads that is to be fetched. */
    private String asks(String client, String requestUri, String address) {
        var parameters = new HashMap<>(Visit.request(client));
        parameters.put("request_uri", requestUri);
        String query =
                parameters.entrySet().stream()
                        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return header(
                answer("/auth?" + query, from(address), HttpRequest.Builder::GET), "Location");
    }

    @Test
    void a_gateway_may_write_a_port_behind_the_address() {
        IntStream.range(4_000, 4_100).forEach(port -> send("/signup", "198.51.100.246:" + port));

        assertThat(isTaken("/signup", "198.51.100.246:4711")).isFalse();
        assertThat(isTaken("/signup", "198.51.100.246")).isFalse();
        assertThat(isTaken("/signup", "198.51.100.245:4711")).isTrue();
    }

    @Test
    void the_addresses_of_ipv6_may_stand_in_brackets() {
        IntStream.range(0, 100).forEach(it -> send("/signup", "[2001:db8:9:1::" + it + "]:4711"));

        assertThat(isTaken("/signup", "2001:db8:9:1::1")).isFalse();
    }

    @Test
    void a_gateway_that_does_not_say_who_called_is_warned_of_once_an_hour() {
        clock.pass(Duration.ofHours(1));
        try (var warnings = new Warnings(ClientNetwork.class)) {
            IntStream.range(0, 3).forEach(_ -> send("/signup", Map.of()));
            clock.pass(Duration.ofMinutes(61));
            IntStream.range(0, 3).forEach(_ -> send("/signup", "unknown"));

            assertThat(warnings.lines())
                    .hasSize(2)
                    .allMatch(it -> it.contains("the gateway sent no IP address"));
        }
    }

    /** Everybody at once, in the first minutes of a course: each mistypes the password once. */
    @Test
    void a_class_of_forty_people_behind_one_address_can_make_accounts_and_sign_in() {
        for (int person = 0; person < 40; person++) {
            var student = Newcomer.signsUp(Visit.from("198.51.100.251"));
            var browser = Visit.from("198.51.100.251");

            assertThat(student.triesToSignIn(browser, "mistyped").statusCode()).isEqualTo(403);
            assertThat(student.triesToSignIn(browser, Newcomer.PASSWORD).statusCode())
                    .isEqualTo(303);
        }
    }

    private boolean isTaken(String path, String address) {
        return send(path, address).statusCode() != 429;
    }

    /** A form that is not ours: what is limited is counted before anybody looks at it. */
    private HttpResponse<String> send(String path, String address) {
        return send(path, address, Map.of());
    }

    private HttpResponse<String> send(String path, String address, Map<String, String> headers) {
        var all = new HashMap<>(from(address));
        all.putAll(headers);
        return send(path, all);
    }

    private HttpResponse<String> send(String path, Map<String, String> headers) {
        return answer(path, headers, it -> it.POST(BodyPublishers.noBody()));
    }

    private HttpResponse<String> answer(
            String path, Map<String, String> headers, UnaryOperator<HttpRequest.Builder> method) {
        var request =
                method.apply(
                        HttpRequest.newBuilder(service.resolve(path))
                                .header("Content-Type", "application/x-www-form-urlencoded"));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}
