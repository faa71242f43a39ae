package guichet.registry.logo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.equalTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.log.LogCapture;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a logo that a client registers. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-2")
class LogosTest {
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Inject Outbox outbox;
    @Inject KeptLogos kept;
    @Inject EntityManager database;
    @Inject DataSource rows;

    /** Another image for each test. */
    private final byte[] image = png(UUID.randomUUID().toString());

    @BeforeAll
    static void open() {
        SERVER.start();
    }

    @AfterAll
    static void close() {
        SERVER.stop();
    }

    @BeforeEach
    void publish() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from outbox").executeUpdate());
        SERVER.resetAll();
        publish("/logo", aResponse().withBody(image));
    }

    @Test
    void it_is_shown_from_our_own_address_and_as_nothing_but_an_image() {
        String client = registers("/logo").path("client_id");

        Response shown = shown(client);

        assertThat(shown.asByteArray()).isEqualTo(image);
        assertThat(shown.contentType()).isEqualTo("image/png");
        assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; sandbox");
        assertThat(shown.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @Test
    void it_is_there_when_the_registration_is_answered() {
        String client = registersUndelivered("/logo").path("client_id");

        assertThat(shown(client).asByteArray()).isEqualTo(image);
    }

    @Test
    @Tag("RFC7592-2.2")
    void it_is_there_when_an_update_is_answered() {
        Response registered = registers("/nothing");

        updates(registered, "\"logo_uri\": \"%s\"".formatted(address("/logo")));

        assertThat(shown(registered.path("client_id")).asByteArray()).isEqualTo(image);
    }

    @Test
    void its_server_is_asked_once_however_often_it_is_shown() {
        String client = registers("/logo").path("client_id");

        shown(client);
        shown(client);
        deliver();

        SERVER.verify(1, getRequestedFor(urlEqualTo("/logo")));
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a464946, image/jpeg",
        "474946383761, image/gif",
        "474946383961, image/gif",
        "52494646ff000000574542505650384c, image/webp",
    })
    void it_is_the_kind_of_image_that_its_first_bytes_tell(String bytes, String mediaType) {
        byte[] content = HexFormat.of().parseHex(bytes);
        publish("/logo", aResponse().withBody(content).withHeader("Content-Type", "x/y"));

        assertThat(shown(registers("/logo").path("client_id")).contentType()).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<!doctype html><script>alert(1)</script>",
                "RIFFxxxxWAVEfmt ",
                "",
            })
    void what_is_no_image_is_not_shown_whatever_its_server_says(String content) {
        publish("/logo", aResponse().withBody(content).withHeader("Content-Type", "image/png"));

        String client = registers("/logo").path("client_id");

        assertThat(logoOf(client)).isNull();
        rest();
        deliver();
        SERVER.verify(1, getRequestedFor(urlEqualTo("/logo")));
    }

    @Test
    void an_image_of_more_than_100_kb_is_not_shown() {
        publish("/logo", aResponse().withBody(png("x".repeat(100_000))));

        assertThat(logoOf(registers("/logo").path("client_id"))).isNull();
    }

    @Test
    void a_client_whose_logo_cannot_be_fetched_registers_and_has_it_later() {
        publish("/logo", aResponse().withStatus(503));
        String client = registers("/logo").then().statusCode(201).extract().path("client_id");
        assertThat(logoOf(client)).isNull();

        publish("/logo", aResponse().withBody(image));
        rest();
        deliver();

        assertThat(shown(client).asByteArray()).isEqualTo(image);
    }

    @Test
    void the_log_says_why_it_could_not_be_fetched() {
        publish("/logo", aResponse().withStatus(404));

        try (var log = new LogCapture()) {
            String client = registers("/logo").path("client_id");

            assertThat(log.text().lines().filter(it -> it.startsWith("guichet.kit.outbox.")))
                    .singleElement(STRING)
                    .endsWith(": logo of client " + client + ": the answer is 404");
        }
    }

    @Test
    void a_public_client_that_has_none_is_given_it_when_it_registers_once_more() {
        String publicClient =
                """
                {"redirect_uris": ["https://cine.example/%s"], "logo_uri": "%s",
                 "token_endpoint_auth_method": "none"}\
                """
                        .formatted(UUID.randomUUID(), address("/logo"));
        publish("/logo", aResponse().withBody("nothing yet"));
        String client = registersAs(publicClient).path("client_id");

        publish("/logo", aResponse().withBody(image));
        registersAs(publicClient);

        assertThat(shown(client).asByteArray()).isEqualTo(image);
    }

    @Test
    @Tag("RFC7592-2.2")
    void an_update_brings_the_logo_of_its_address() {
        Response registered = registers("/logo");
        byte[] another = png(UUID.randomUUID().toString());
        publish("/another", aResponse().withBody(another));

        updates(registered, "\"logo_uri\": \"%s\"".formatted(address("/another")));
        deliver();

        assertThat(shown(registered.path("client_id")).asByteArray()).isEqualTo(another);
    }

    @Test
    @Tag("RFC7592-2.2")
    void an_update_without_a_logo_takes_it_away() {
        Response registered = registers("/logo");
        String logo = logoOf(registered.path("client_id"));

        updates(registered, "\"tos_uri\": null");

        assertThat(logoOf(registered.path("client_id"))).isNull();
        assertThat(show(logo).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("RFC7592-2.3")
    void it_ends_with_the_last_client_that_has_it() {
        Response one = registers("/logo");
        Response other = registers("/logo");
        String logo = logoOf(one.path("client_id"));

        deletes(one);
        assertThat(show(logo).statusCode()).isEqualTo(200);
        deletes(other);
        assertThat(show(logo).statusCode()).isEqualTo(404);
        kept.forgetUnused();

        assertThat(find(logo)).isZero();
    }

    @Test
    void all_together_take_no_more_room_than_the_setting_says() {
        String client = registers("/nothing").path("client_id");
        var full = new KeptLogos(database, rows, () -> new MemorySize(BigInteger.TEN));

        boolean given =
                QuarkusTransaction.requiringNew()
                        .call(() -> full.give(client, address("/nothing"), image, ImageType.PNG));

        assertThat(given).isFalse();
        assertThat(logoOf(client)).isNull();
    }

    @Test
    void what_nobody_has_is_not_shown() {
        assertThat(show("0".repeat(64)).statusCode()).isEqualTo(404);
    }

    private Response registers(String path) {
        return registersAs(withLogo(path));
    }

    private Response registersAs(String metadata) {
        Response registered = posts(metadata);
        deliver();
        return registered;
    }

    /** And leaves the outbox alone. */
    private static Response registersUndelivered(String path) {
        return posts(withLogo(path));
    }

    private static Response posts(String metadata) {
        return given().contentType("application/json").body(metadata).post("/register");
    }

    private static String withLogo(String path) {
        return """
        {"redirect_uris": ["https://cine.example/cb"], "logo_uri": "%s"}\
        """
                .formatted(address(path));
    }

    private static void updates(Response registered, String member) {
        String client = registered.path("client_id");
        String metadata =
                """
                {"client_id": "%s", "redirect_uris": ["https://cine.example/cb"], %s}\
                """
                        .formatted(client, member);
        managing(registered)
                .contentType("application/json")
                .body(metadata)
                .put("/register/" + client)
                .then()
                .statusCode(200);
    }

    private static void deletes(Response registered) {
        String client = registered.path("client_id");
        managing(registered).delete("/register/" + client).then().statusCode(204);
    }

    private static RequestSpecification managing(Response registered) {
        String token = registered.path("registration_access_token");
        return given().header("Authorization", "Bearer " + token);
    }

    private static String logoOf(String client) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + client)
                .then()
                .body("client_id", equalTo(client))
                .extract()
                .path("logo_sha256");
    }

    private static Response shown(String client) {
        return show(logoOf(client));
    }

    private static Response show(String sha256) {
        return given().get("/logos/" + sha256);
    }

    private void deliver() {
        outbox.deliverDue().join();
    }

    /** As if the time between two attempts had passed. */
    private void rest() {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("update outbox set due_at = asked_at")
                                .executeUpdate());
    }

    private int find(String sha256) {
        return ((Number)
                        database.createNativeQuery("select count(*) from logo where sha256 = :it")
                                .setParameter("it", sha256)
                                .getSingleResult())
                .intValue();
    }

    private static void publish(String path, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(urlEqualTo(path)).willReturn(answer));
    }

    private static URI address(String path) {
        return URI.create("http://localhost:%d%s".formatted(SERVER.port(), path));
    }

    private static byte[] png(String rest) {
        return ("\u0089PNG\r\n\u001a\n" + rest).getBytes(StandardCharsets.ISO_8859_1);
    }
}
