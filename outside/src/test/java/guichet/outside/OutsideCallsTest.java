package guichet.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.time.HandClock;
import guichet.oauth.HttpAddress;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever registers can make the server call, and what not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideCallsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private static final Settings NOTHING_ALLOWED = Settings.NONE;
    private static final Settings LOCALHOST = allowing("localhost", "Cine.example");

    static final OutsidePlaces PLACES = new OutsidePlaces(100, () -> {}, Optional::empty);

    private final HandClock clock = new HandClock();
    private final OutsideCalls calls =
            new OutsideCalls(
                    LOCALHOST, VERTX, clock, PLACES, InetAddress::getAllByName, Optional.empty());

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
        VERTX.close();
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/jwks",
                "https://127.0.0.1/jwks",
                "https://127.1.2.3/jwks",
                "https://2130706433/jwks",
                "https://[::1]/jwks",
                "https://0.0.0.0/jwks",
                "https://10.0.0.1/jwks",
                "https://172.31.255.255/jwks",
                "https://192.168.0.1/jwks",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/jwks",
                "https://192.0.0.170/jwks",
                "https://192.0.2.1/jwks",
                "https://192.88.99.1/jwks",
                "https://198.18.0.1/jwks",
                "https://198.19.255.255/jwks",
                "https://198.51.100.1/jwks",
                "https://203.0.113.1/jwks",
                "https://224.0.0.1/jwks",
                "https://240.0.0.1/jwks",
                "https://255.255.255.255/jwks",
                "https://[::]/jwks",
                "https://[::10.0.0.1]/jwks",
                "https://[::ffff:10.0.0.1]/jwks",
                "https://[::ffff:0:10.0.0.1]/jwks",
                "https://[64:ff9b::10.0.0.1]/jwks",
                "https://[64:ff9b:1::1]/jwks",
                "https://[100::1]/jwks",
                "https://[100:0:0:1::1]/jwks",
                "https://[2001::1]/jwks",
                "https://[2001:2::1]/jwks",
                "https://[2001:20::1]/jwks",
                "https://[2001:db8::1]/jwks",
                "https://[2002:a00:1::1]/jwks",
                "https://[3fff::1]/jwks",
                "https://[4000::1]/jwks",
                "https://[5f00::1]/jwks",
                "https://[fc00::1]/jwks",
                "https://[fe80::1]/jwks",
                "https://[fec0::1]/jwks",
                "https://[ff02::1]/jwks",
            })
    @Tag("RFC6890")
    void nothing_is_called_inside_the_network(String address) {
        var strict =
                new OutsideCalls(
                        NOTHING_ALLOWED,
                        VERTX,
                        clock,
                        PLACES,
                        InetAddress::getAllByName,
                        Optional.empty());

        assertThatThrownBy(() -> strict.get(URI.create(address)))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("inside the network");
    }

    /** The neighbours of what is refused: a rule that is too wide would show here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.1",
                "9.255.255.255",
                "11.0.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.255",
                "2001:200::1",
                "2001:4860::1",
                "2003::1",
                "3ffe::1"
            })
    @Tag("RFC6890")
    void the_open_internet_is_not_inside(String address) throws Exception {
        assertThat(new DeniedNetworks(List.of()).contain(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "2606:2800:220::1"})
    void networks_of_the_operators_own_are_not_called(String address) {
        var own = NOTHING_ALLOWED.denying("93.184.216.0/24", "2606:2800::/32");
        var outside =
                new OutsideCalls(
                        own, VERTX, clock, PLACES, _ -> numeric(address), Optional.empty());

        assertThatThrownBy(() -> outside.get(URI.create("https://cluster.example/jwks")))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("inside the network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "inside/8", "10.0.0.0/x", ""})
    void what_is_no_network_cannot_be_denied(String network) {
        assertThat(new DeniedNetworks.IsNetwork().test(network)).isFalse();
    }

    /** Each call would cause others, in our own name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://auth.example/jwks",
                "https://AUTH.example:443/jwks",
                "https://auth.example./jwks",
                "https://Auth.Example.:443/jwks"
            })
    void our_own_address_is_not_called_however_it_is_written(String address) {
        var outside =
                new OutsideCalls(
                        NOTHING_ALLOWED,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> numeric("192.0.2.1"),
                        HttpAddress.of("https://auth.example"));

        assertThatThrownBy(() -> outside.get(URI.create(address)))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("our own address");
    }

    /** The certificate and the name in TLS have no dot at the end, RFC 6066 §3. */
    @Test
    void a_host_is_allowed_and_called_with_or_without_the_dot_of_the_root() throws Exception {
        SERVER.stubFor(get("/jwks").willReturn(aResponse()));
        var dotted =
                new OutsideCalls(
                        allowing("LocalHost."),
                        VERTX,
                        clock,
                        PLACES,
                        InetAddress::getAllByName,
                        Optional.empty());

        for (OutsideCalls outside : List.of(calls, dotted)) {
            for (String host : List.of("localhost", "localhost.")) {
                var address = "http://%s:%d/jwks".formatted(host, SERVER.port());
                assertThat(outside.get(URI.create(address)).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void our_own_address_is_not_called() {
        var outside =
                new OutsideCalls(
                        LOCALHOST,
                        VERTX,
                        clock,
                        PLACES,
                        InetAddress::getAllByName,
                        HttpAddress.of(SERVER.baseUrl()));

        assertThatThrownBy(() -> outside.get(URI.create(SERVER.baseUrl() + "/jwks")))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("our own address");
    }

    @Test
    void only_the_port_of_https_is_called() {
        var strict =
                new OutsideCalls(
                        NOTHING_ALLOWED,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> numeric("10.0.0.1"),
                        Optional.empty());

        assertThatThrownBy(() -> strict.get(URI.create("https://cine.example:22/")))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("port 22");
        assertThatThrownBy(() -> strict.get(URI.create("https://cine.example:443/")))
                .hasMessageContaining("inside the network");
    }

    @Test
    void a_port_that_the_operator_allows_is_called() {
        var settings = NOTHING_ALLOWED.atPorts(8443);
        var outside =
                new OutsideCalls(
                        settings, VERTX, clock, PLACES, _ -> numeric("10.0.0.1"), Optional.empty());

        assertThatThrownBy(() -> outside.get(URI.create("https://cine.example:8443/")))
                .hasMessageContaining("inside the network");
    }

    @Test
    void nobody_finds_out_which_names_lead_inside() throws Exception {
        var listener = new ServerSocket(0);
        listener.close();
        var strict =
                new OutsideCalls(
                        NOTHING_ALLOWED,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> numeric("10.0.0.1"),
                        Optional.empty());

        String inside = refused(strict, "https://inside.example/");
        String unknown = refused(calls, "https://nobody.invalid/");
        String silent = refused(calls, "http://localhost:%d/".formatted(listener.getLocalPort()));

        assertThat(List.of(unknown, silent)).containsOnly(inside);
    }

    private static String refused(OutsideCalls calls, String address) {
        return catchThrowableOfType(OutsideFailure.class, () -> calls.get(URI.create(address)))
                .words();
    }

    @ParameterizedTest
    @CsvSource({
        "http://93.184.216.34/jwks, http",
        "ftp://localhost/jwks, https is needed",
        "file:///etc/passwd, https is needed",
        "com.example.app:/jwks, https is needed",
        "https://localhost@inside/jwks, no user",
        "https://localhost:99999/jwks, with a host",
    })
    void nothing_is_called_but_https(String address, String rule) {
        assertThatThrownBy(() -> calls.get(URI.create(address)))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining(rule);
    }

    /** Names that java.net.URI knows no host of are resolved and looked at like any other. */
    @ParameterizedTest
    @CsvSource({
        "https://my_app.example/jwks, my_app.example",
        "https://bücher.example/jwks, xn--bcher-kva.example",
        "https://Inside_.Example/, inside_.example"
    })
    @Tag("RFC3986-3.2.2")
    void unusual_names_open_no_way_inside(String address, String name) {
        var questions = new ArrayList<String>();
        var strict =
                new OutsideCalls(
                        NOTHING_ALLOWED,
                        VERTX,
                        clock,
                        PLACES,
                        host -> {
                            questions.add(host);
                            return numeric("10.0.0.1");
                        },
                        Optional.empty());

        assertThatThrownBy(() -> strict.get(URI.create(address)))
                .hasMessageContaining("inside the network");
        assertThat(questions).containsExactly(name);
    }

    @Test
    @Tag("RFC3986-3.2.2")
    void a_name_with_an_underscore_can_be_called() throws Exception {
        var allowed = allowing("my_app.example");
        var outside =
                new OutsideCalls(
                        allowed, VERTX, clock, PLACES, _ -> numeric("127.0.0.1"), Optional.empty());
        SERVER.stubFor(get("/jwks?a=b").willReturn(aResponse().withBody("{}")));

        String address = "http://my_app.example:%d/jwks?a=b".formatted(SERVER.port());

        assertThat(outside.get(URI.create(address)).body()).isEqualTo("{}");
        SERVER.verify(
                getRequestedFor(urlEqualTo("/jwks?a=b"))
                        .withHeader("Host", equalTo("my_app.example:" + SERVER.port())));
    }

    @Test
    void one_address_inside_the_network_among_others_is_enough_to_refuse() {
        var strict =
                new OutsideCalls(
                        NOTHING_ALLOWED,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> numeric("93.184.216.34", "127.0.0.1"),
                        Optional.empty());

        assertThatThrownBy(() -> strict.get(URI.create("https://rebinding.example/jwks")))
                .hasMessageContaining("inside the network");
    }

    @Test
    void the_address_that_was_looked_at_is_the_one_that_is_called() throws Exception {
        var questions = new ArrayList<String>();
        var pinned =
                new OutsideCalls(
                        LOCALHOST,
                        VERTX,
                        clock,
                        PLACES,
                        host -> {
                            questions.add(host);
                            return numeric("127.0.0.1");
                        },
                        Optional.empty());
        SERVER.stubFor(get("/jwks").willReturn(aResponse().withBody("{}")));

        var answer = pinned.get(URI.create("http://cine.example:%d/jwks".formatted(SERVER.port())));

        assertThat(answer.body()).isEqualTo("{}");
        assertThat(questions).containsExactly("cine.example");
        SERVER.verify(
                getRequestedFor(urlEqualTo("/jwks"))
                        .withHeader("Host", equalTo("cine.example:" + SERVER.port())));
    }

    @Test
    void a_second_address_stands_in_for_one_that_does_not_answer() throws Exception {
        var two =
                new OutsideCalls(
                        LOCALHOST,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> numeric("127.0.0.2", "127.0.0.1"),
                        Optional.empty());
        HttpServer onlyThere =
                VERTX.createHttpServer()
                        .requestHandler(request -> request.response().end("there"))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();

        var answer = two.get(URI.create("http://localhost:%d/".formatted(onlyThere.actualPort())));

        assertThat(answer.body()).isEqualTo("there");
    }

    @ParameterizedTest
    @CsvSource({"4, there", "5, nobody"})
    void no_more_than_four_addresses_are_tried(int place, String found) throws Exception {
        var addresses = new ArrayList<String>();
        for (int each = 1; each < place; each++) {
            addresses.add("127.0.0." + (each + 1));
        }
        addresses.add("127.0.0.1");
        var many =
                new OutsideCalls(
                        LOCALHOST,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> numeric(addresses.toArray(String[]::new)),
                        Optional.empty());
        HttpServer lastOne =
                VERTX.createHttpServer()
                        .requestHandler(request -> request.response().end("there"))
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
        URI address = URI.create("http://localhost:%d/".formatted(lastOne.actualPort()));

        assertThat(answer(many, address)).isEqualTo(found);
    }

    private static String answer(OutsideCalls calls, URI address) {
        try {
            return calls.get(address).body();
        } catch (OutsideFailure _) {
            return "nobody";
        }
    }

    @Test
    void an_unknown_host_is_for_the_log() {
        assertThatThrownBy(() -> calls.get(URI.create("https://nobody.invalid/jwks")))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("UnknownHostException");
    }

    @Test
    void a_redirect_is_not_followed() {
        assertThatThrownBy(() ->
                        fetched(aResponse().withStatus(302).withHeader("Location", "/elsewhere")))
                .hasMessageContaining("302")
                .hasMessageContaining("redirects are not followed");
        SERVER.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void an_answer_other_than_200_is_told() {
        assertThatThrownBy(() -> fetched(aResponse().withStatus(404))).hasMessageContaining("404");
    }

    @Test
    void an_answer_of_100_kb_is_read() throws Exception {
        assertThat(fetched(aResponse().withBody("x".repeat(100_000)))).hasSize(100_000);
    }

    @Test
    void an_answer_that_is_larger_is_not_read() {
        assertThatThrownBy(() -> fetched(aResponse().withBody("x".repeat(100_001))))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("larger than 100 kB");
    }

    @Test
    @Timeout(6)
    void an_answer_that_drips_is_not_waited_for() {
        assertThatThrownBy(() ->
                        fetched(
                                aResponse()
                                        .withBody("x".repeat(50))
                                        .withChunkedDribbleDelay(50, 60_000)))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("longer than 3 s");
    }

    @Test
    @Timeout(6)
    void a_name_that_takes_long_to_resolve_is_not_waited_for() {
        var slow =
                new OutsideCalls(
                        LOCALHOST,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> {
                            try {
                                Thread.sleep(Duration.ofSeconds(30));
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                            return numeric("127.0.0.1");
                        },
                        Optional.empty());

        assertThatThrownBy(() -> slow.get(URI.create("https://localhost/jwks")))
                .hasMessageContaining("longer than 3 s");
    }

    @Test
    void what_is_found_too_late_is_not_called() throws Exception {
        var late = new CountDownLatch(1);
        var finding = new AtomicReference<Thread>();
        var slow =
                new OutsideCalls(
                        LOCALHOST,
                        VERTX,
                        clock,
                        PLACES,
                        _ -> {
                            finding.set(Thread.currentThread());
                            awaited(late);
                            return numeric("127.0.0.1");
                        },
                        Optional.empty());
        SERVER.stubFor(get("/after").willReturn(aResponse()));

        assertThatThrownBy(() -> slow.post(URI.create(SERVER.baseUrl() + "/late"), "a=b"))
                .hasMessageContaining("longer than 3 s");
        late.countDown();
        finding.get().join();
        calls.get(URI.create(SERVER.baseUrl() + "/after"));

        SERVER.verify(0, postRequestedFor(urlEqualTo("/late")));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control | max-age=60 | 1",
                "Cache-Control | public, max-age=\"60\" | 1",
                "Cache-Control | no-store | 2",
                "Cache-Control | no-cache, max-age=60 | 2",
                "Cache-Control | max-age=0 | 2",
                "Expires | Thu, 01 Jan 2099 00:00:00 GMT | 1",
                "Expires | 0 | 2",
                "X-Nothing | said | 2",
            })
    void what_may_be_kept_is_asked_for_once(String header, String value, int times)
            throws Exception {
        URI address = publishing(aResponse().withBody("{}").withHeader(header, value));

        calls.get(address);
        calls.get(address);

        SERVER.verify(times, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void what_was_kept_is_asked_for_anew_when_its_time_is_over() throws Exception {
        URI address =
                publishing(aResponse().withBody("{}").withHeader("Cache-Control", "max-age=60"));

        calls.get(address);
        clock.pass(Duration.ofSeconds(61));
        calls.get(address);

        SERVER.verify(2, getRequestedFor(urlEqualTo("/jwks")));
    }

    @Test
    void a_form_is_posted() throws Exception {
        SERVER.stubFor(post("/ended").willReturn(aResponse().withStatus(204)));

        calls.post(URI.create(SERVER.baseUrl() + "/ended"), "logout_token=abc");

        SERVER.verify(
                postRequestedFor(urlEqualTo("/ended"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withRequestBody(equalTo("logout_token=abc")));
    }

    @Test
    void a_form_that_is_refused_is_told() {
        SERVER.stubFor(post("/ended").willReturn(aResponse().withStatus(400)));

        assertThatThrownBy(() -> calls.post(URI.create(SERVER.baseUrl() + "/ended"), "a=b"))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("400");
    }

    @Test
    void a_server_that_an_authority_of_the_file_vouches_for_is_trusted(@TempDir Path folder)
            throws Exception {
        URI address = encrypted(folder, "localhost");

        assertThat(trusting(folder).get(address).body()).isEqualTo("encrypted");
        assertThatThrownBy(() -> calls.get(address))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("SSL")
                .extracting(failure -> ((OutsideFailure) failure).words())
                .asString()
                .startsWith("no answer");
    }

    @Test
    void a_trusted_server_of_another_name_is_refused(@TempDir Path folder) throws Exception {
        URI address = encrypted(folder, "other.example");

        assertThatThrownBy(() -> trusting(folder).get(address))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("SSL");
    }

    @Test
    void a_file_without_certificates_names_nobody_to_trust(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThat(List.of(file, empty, folder.resolve("none.pem")))
                .noneMatch(it -> new HasAuthorities().test(it.toString()));
    }

    private OutsideCalls trusting(Path folder) {
        var settings = allowing("localhost").trusting(folder.resolve("certificate.pem"));
        return new OutsideCalls(
                settings, VERTX, clock, PLACES, InetAddress::getAllByName, Optional.empty());
    }

    /** A server with a certificate of its own for this name. */
    private static URI encrypted(Path folder, String name) throws Exception {
        String keys = folder.resolve("keys.p12").toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                keys);
        keytool("-exportcert", "-rfc", "-file", folder.resolve("certificate.pem").toString(), keys);
        HttpServer server =
                VERTX.createHttpServer(
                                new HttpServerOptions()
                                        .setSsl(true)
                                        .setKeyCertOptions(
                                                new PfxOptions()
                                                        .setPath(keys)
                                                        .setPassword("changeit")))
                        .requestHandler(request -> request.response().end("encrypted"))
                        .listen(0, "localhost")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get();
        return URI.create("https://localhost:%d/".formatted(server.actualPort()));
    }

    private static void keytool(String... words) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words).subList(0, words.length - 1));
        command.addAll(
                List.of(
                        "-alias",
                        "it",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        words[words.length - 1]));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private String fetched(ResponseDefinitionBuilder answer) throws Exception {
        return calls.get(publishing(answer)).body();
    }

    private static URI publishing(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get("/jwks").willReturn(answer));
        return URI.create(SERVER.baseUrl() + "/jwks");
    }

    private static InetAddress[] numeric(String... addresses) throws UnknownHostException {
        var numeric = new ArrayList<InetAddress>();
        for (String address : List.of(addresses)) {
            numeric.add(InetAddress.getByName(address));
        }
        return numeric.toArray(InetAddress[]::new);
    }

    static Settings allowing(String... hosts) {
        return new Settings(Set.of(hosts), Set.of(), List.of(), Optional.empty());
    }

    record Settings(
            Set<String> hosts, Set<Integer> ports, List<String> denied, Optional<Path> caFile)
            implements OutsideConfig {
        static final Settings NONE = allowing();

        Settings atPorts(Integer... others) {
            return new Settings(hosts, Set.of(others), denied, caFile);
        }

        Settings denying(String... networks) {
            return new Settings(hosts, ports, List.of(networks), caFile);
        }

        Settings trusting(Path authorities) {
            return new Settings(hosts, ports, denied, Optional.of(authorities));
        }

        @Override
        public Optional<Set<String>> allowedHosts() {
            return Optional.of(hosts);
        }

        @Override
        public Optional<Set<Integer>> allowedPorts() {
            return Optional.of(ports);
        }

        @Override
        public int mostAtOnce() {
            return 100;
        }

        @Override
        public Optional<List<String>> deniedNetworks() {
            return Optional.of(denied);
        }
    }
}
