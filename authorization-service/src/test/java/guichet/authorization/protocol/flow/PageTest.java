package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {
    private final Visit visit = new Visit();

    @Test
    void every_page_is_protected() {
        var client = RegistryNeighbour.client();
        var error = visit.asks(Map.of("client_id", "nobody"));
        var startAgain = visit.browser().get("/consent?request=gone");
        var login = visit.follows(visit.asks(request(client)));
        var wrong = visit.submits(login, Map.of("username", "x", "password", "y"));
        var consent = visit.follows(visit.signsIn(login));
        var account = visit.browser().get("/account");
        var choosing = request(client);
        choosing.put("prompt", "select_account");
        var choice = visit.follows(visit.asks(choosing));

        assertThat(Stream.of(error, startAgain, login, wrong, consent, account, choice))
                .allSatisfy(PageTest::isProtected);
    }

    private static void isProtected(Response page) {
        assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self' data:")
                .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        var html = Jsoup.parse(page.asString());
        assertThat(html.select("script, style, [style]")).isEmpty();
        assertThat(html.expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(html.select("meta[name=viewport]")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/assets/guichet.css", "/errors/nothing", "/nowhere"})
    void nothing_is_taken_for_what_it_does_not_say_it_is(String path) {
        var answer = given().get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void who_opened_a_window_keeps_hold_of_it_on_the_way_to_an_application_alone() {
        var login = visit.follows(visit.asks(request(RegistryNeighbour.client())));
        visit.signsIn(login);
        var account = visit.browser().get("/account");
        var form = visit.browser().get("/account/password");
        var wrong = visit.submits(form, Map.of("current_password", "x", "password", "y"));

        assertThat(login.header("Cross-Origin-Opener-Policy")).isNull();
        assertThat(wrong.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(Stream.of(account, form, wrong))
                .extracting(page -> page.header("Cross-Origin-Opener-Policy"))
                .containsOnly("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/account", "/account/password"})
    void the_hold_of_a_window_does_not_tell_whether_somebody_is_signed_in(String path) {
        visit.signsIn(visit.browser().get("/login"));

        assertThat(Stream.of(new Visit().browser(), visit.browser()))
                .extracting(it -> it.get(path).header("Cross-Origin-Opener-Policy"))
                .containsOnly("same-origin");
    }

    @Test
    void styles_come_from_our_own_origin() {
        var html = Jsoup.parse(visit.browser().get("/login").asString());

        for (var sheet : html.select("link[rel=stylesheet]")) {
            assertThat(sheet.attr("href")).startsWith("/");
            given().get(sheet.attr("href")).then().statusCode(200).contentType("text/css");
        }
    }

    @Test
    void password_managers_find_their_fields() {
        var html = Jsoup.parse(visit.browser().get("/login").asString());

        var username = html.expectFirst("input[name=username][autocomplete=username]");
        var password = html.expectFirst("input[type=password][autocomplete=current-password]");
        assertThat(password.attr("name")).isEqualTo("password");
        for (var input : html.select("input:not([type=hidden])")) {
            assertThat(html.select("label[for=" + input.id() + "]")).hasSize(1);
        }
        assertThat(username.hasAttr("required")).isTrue();
    }

    @Test
    void a_malformed_form_is_refused_and_not_a_fault_of_ours() {
        var login = visit.browser().get("/login");

        assertThat(visit.submits(login, Map.of("username", "", "password", "")).statusCode())
                .isEqualTo(403);
        assertThat(posts("username=%zz").statusCode()).isEqualTo(400);
        assertThat(posts("csrf=a&csrf=b").statusCode()).isEqualTo(400);
        assertThat(posts("username=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void a_malformed_address_is_refused_and_not_a_fault_of_ours() throws IOException {
        for (String address :
                List.of("/auth?client_id=%zz", "/auth?client_id=%00", "/login?request=%00")) {
            assertThat(statusLineFor(address)).startsWith("HTTP/1.1 400 ");
        }
    }

    /** By hand: no client sends such an address. */
    private static String statusLineFor(String address) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                                    .formatted(address)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(16), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void throttled_people_are_told_how_long_in_the_header_too() {
        for (int guess = 0; guess < 5; guess++) {
            guesses();
        }

        var page = guesses();

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isIn("4", "5", "6");
    }

    private Response guesses() {
        var login = visit.browser().get("/login");
        return visit.submits(login, Map.of("username", "eve", "password", "guess"));
    }

    private Response posts(String body) {
        return visit.browser()
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/login");
    }
}
