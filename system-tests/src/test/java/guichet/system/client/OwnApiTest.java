package guichet.system.client;

import static guichet.local.stack.Service.REGISTRY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.local.Main;
import guichet.local.terminal.FreePorts;
import guichet.system.actor.Answer;
import guichet.system.actor.Application;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * APIs of somebody's own, offered, started and called as {@code docs/protect-your-api.md} says: by
 * commands and settings alone.
 */
@OnStack
@Timeout(120)
class OwnApiTest {
    private static final int DRIFT = 3;

    /** The other services ask the registry every ten seconds. */
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(11);

    private final Suite stack;

    @TempDir private Path folder;

    OwnApiTest(Suite stack) {
        this.stack = stack;
    }

    @AfterEach
    void take_them_off_the_offer() throws Exception {
        guichet(
                "apply",
                "-f",
                file("{resources: [], applications: []}").toString(),
                "--prune",
                "--force");
    }

    @Test
    void one_with_resource_server_is_opened_by_tokens_with_its_scope() throws Exception {
        int port = FreePorts.find(1).getFirst();
        assertThat(
                        guichet(
                                "apis",
                                "create",
                                "seats",
                                "--identifier",
                                "http://localhost:" + port,
                                "--title",
                                "Seats",
                                "--scope",
                                "seats:read=See the free seats",
                                "--scope",
                                "seats:book=Book a seat"))
                .isZero();
        Application app = registered("seats:read seats:book movies:read");
        try (OwnApi api = OwnApi.quarkus(stack.issuer(), port)) {
            String token = token(app, "seats:book");

            assertThat(api.get("/seats/mine", token).body()).startsWith("a seat of ");
            assertThat(api.get("/seats", token).statusCode()).isEqualTo(403);
            assertThat(api.get("/seats", token(app, "movies:read")).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void one_in_plain_node_is_opened_by_them_too() throws Exception {
        int port = FreePorts.find(1).getFirst();
        Path file =
                file(
                        """
                        resources:
                          - name: snacks
                            identifier: http://localhost:%d
                            title: Snacks
                            access_token_lifetime: 120
                            scopes:
                              - {name: 'snacks:read', words: {en: See the snacks, fr: Voir les en-cas}, granted_to: [person, application]}
                              - {name: 'snacks:eat', words: {en: Eat one}, granted_to: [application]}
                        """
                                .formatted(port));
        assertThat(guichet("apply", "-f", file.toString(), "--dry-run")).isEqualTo(DRIFT);
        assertThat(guichet("apply", "-f", file.toString())).isZero();
        assertThat(guichet("apply", "-f", file.toString(), "--dry-run")).isZero();
        Application app = registered("snacks:read snacks:eat");
        try (OwnApi api = OwnApi.node(stack.issuer(), port)) {
            Answer granted = own(app, "snacks:read");

            assertThat(granted.body().get("expires_in").asInt()).isEqualTo(120);
            assertThat(api.get("/", granted.accessToken()).body())
                    .isEqualTo("popcorn for " + app.clientId() + "\n");
            assertThat(api.get("/", own(app, "snacks:eat").accessToken()).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_file_may_have_an_api_and_an_application_that_uses_it() throws Exception {
        Path file =
                file(
                        """
                        resources:
                          - name: loge
                            identifier: https://loge.example
                            title: Loge
                            scopes: [{name: 'loge:read', words: {en: See the loge}, granted_to: [application]}]
                        applications:
                          - name: usher
                            client_name: Usher
                            grant_types: [client_credentials]
                            scope: loge:read
                        """);

        assertThat(guichet("apply", "-f", file.toString(), "--dry-run")).isEqualTo(DRIFT);
        assertThat(guichet("apply", "-f", file.toString())).isZero();
        assertThat(guichet("apply", "-f", file.toString(), "--dry-run")).isZero();
        Files.writeString(folder.resolve("exported.yaml"), printed("export"));
        assertThat(guichet("apply", "-f", folder + "/exported.yaml", "--prune", "--dry-run"))
                .isZero();

        Path less = file("{resources: [], applications: []}");
        assertThat(guichet("apply", "-f", less.toString(), "--prune", "--dry-run"))
                .isEqualTo(DRIFT);
        assertThat(guichet("apply", "-f", less.toString(), "--prune")).isZero();
        assertThat(guichet("apis", "show", "loge")).isEqualTo(1);
    }

    @Test
    void one_that_is_deleted_by_force_takes_what_was_granted_with_it() throws Exception {
        guichet(
                "apis",
                "create",
                "stalls",
                "--identifier",
                "https://stalls.example",
                "--title",
                "Stalls",
                "--scope",
                "stalls:read=See the stalls");
        Application app = registered("stalls:read movies:read");
        Answer tokens = authorized(app, "stalls:read");

        assertThat(guichet("apis", "delete", "stalls")).isEqualTo(1);
        assertThat(guichet("apis", "delete", "stalls", "--force")).isZero();

        Answer refreshed = app.refreshes(tokens.refreshToken());
        while (refreshed.status() == 200) { // until token-service has heard of it
            TimeUnit.MILLISECONDS.sleep(200);
            refreshed = app.refreshes(refreshed.refreshToken());
        }
        assertThat(refreshed.error()).isEqualTo("invalid_grant");
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void tokens_for_it_say_what_roles_the_person_has_and_others_do_not() throws Exception {
        assertThat(
                        guichet(
                                "apis",
                                "create",
                                "desk",
                                "--identifier",
                                "https://desk.example",
                                "--title",
                                "Desk",
                                "--access-token-claims",
                                "roles,groups",
                                "--scope",
                                "desk:edit=Edit what is written"))
                .isZero();
        assertThat(guichet("people", "roles", "alice", "critic", "editor")).isZero();
        Application app = registered("desk:edit movies:read");
        Answer tokens = authorized(app, "desk:edit");

        assertThat(claims(tokens).get("roles"))
                .extracting(JsonNode::asText)
                .containsExactly("critic", "editor");
        assertThat(claims(tokens).has("groups")).isFalse();
        assertThat(claims(authorized(app, "movies:read")).has("roles")).isFalse();

        assertThat(guichet("people", "roles", "alice")).isZero();
        Answer refreshed = app.refreshes(tokens.refreshToken());
        assertThat(refreshed.status()).isEqualTo(200);
        assertThat(claims(refreshed).has("roles")).isFalse();
    }

    private static JsonNode claims(Answer tokens) throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(tokens.accessToken().split("\\.")[1]));
    }

    /** An application that is registered for these, once every service has heard of them. */
    private Application registered(String scope) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(KNOWN_WITHIN.toMillis());
        return stack.http()
                .registers(
                        """
                        {"client_name": "Box office", "scope": "%s", "redirect_uris": ["%s"],
                         "grant_types": ["authorization_code", "refresh_token", "client_credentials"]}\
                        """
                                .formatted(scope, Application.REDIRECT_URI));
    }

    private String token(Application app, String scope) {
        return authorized(app, scope).accessToken();
    }

    private Answer authorized(Application app, String scope) {
        var redirect = stack.person("alice").authorizes(app.authorizationRequest(scope, "s1"));
        return app.redeems(redirect.code());
    }

    private static Answer own(Application app, String scope) {
        return app.token(Map.of("grant_type", "client_credentials", "scope", scope));
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("guichet.yaml"), content);
    }

    private String printed(String... words) {
        var out = new ByteArrayOutputStream();
        assertThat(guichet(out, words)).isZero();
        return out.toString(UTF_8);
    }

    private int guichet(String... words) {
        return guichet(new ByteArrayOutputStream(), words);
    }

    private int guichet(ByteArrayOutputStream out, String... words) {
        return Main.run(
                List.of(words),
                Map.of(
                        "GUICHET_ISSUER",
                        stack.issuer().toString(),
                        "GUICHET_ADMINISTRATOR_SECRET",
                        stack.stack().environment(REGISTRY).get("GUICHET_ADMINISTRATOR_SECRET")),
                Path.of("nowhere"),
                new PrintStream(out, true, UTF_8),
                System.err);
    }
}
