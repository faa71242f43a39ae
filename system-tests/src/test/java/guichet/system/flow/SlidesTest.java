package guichet.system.flow;

import static guichet.local.stack.Service.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.local.terminal.FreePorts;
import guichet.system.actor.Person;
import guichet.system.stack.OnStack;
import guichet.system.stack.Replica;
import guichet.system.stack.RunningStack.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Each address of the slides on OAuth 2 to the letter: the link with four parameters, and token
 * requests with everything in the address, which {@code guichet.token.query-parameters=accept} lets
 * through.
 */
@OnStack
@TestInstance(Lifecycle.PER_CLASS)
class SlidesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Suite stack;
    private Replica teaching;
    private JsonNode application;

    SlidesTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeAll
    void an_application_and_a_token_service_that_accepts_parameters_in_the_address()
            throws IOException, InterruptedException {
        var free = FreePorts.find(2);
        var settings = new HashMap<>(stack.stack().environment(TOKEN));
        settings.put("GUICHET_TOKEN_QUERY_PARAMETERS", "accept");
        teaching = Replica.start(TOKEN, settings, free.get(0), free.get(1)).awaitReady();
        application =
                registers(
                        """
                        {"client_name": "Films du soir", "client_uri": "https://app.example",
                         "description": "Mes films, partout", "logo_uri": "https://app.example/logo.png",
                         "redirect_uris": ["http://127.0.0.1:9999/cb"],
                         "failure_redirect_uri": "http://127.0.0.1:9999/echec",
                         "grant_types": ["authorization_code", "client_credentials"]}\
                        """);
    }

    @AfterAll
    void the_replica_ends() {
        teaching.close();
    }

    @Test
    void the_link_leads_back_with_code_and_state() {
        var back = bob().authorizes(link());

        assertThat(back.address().toString()).startsWith("http://127.0.0.1:9999/cb?");
        assertThat(back.get("state")).isEqualTo("s1");
        assertThat(back.code()).isNotEmpty();
    }

    @Test
    void who_refuses_is_led_to_the_address_for_failures() {
        var unapproved =
                registers(
                        """
                        {"client_name": "Films refusés", "redirect_uris": ["http://127.0.0.1:9999/cb"],
                         "failure_redirect_uri": "http://127.0.0.1:9999/echec"}\
                        """);

        var back = bob().refuses(link(unapproved));

        assertThat(back.address().toString()).startsWith("http://127.0.0.1:9999/echec?");
        assertThat(back.get("error")).isEqualTo("access_denied");
    }

    @Test
    void the_code_yields_a_token_for_the_persons_films() throws Exception {
        var code = bob().authorizes(link()).code();

        var tokens =
                token(
                        "grant_type=authorization_code&client_id=%s&client_secret=%s&code=%s&redirect_uri=%s",
                        id(application), secret(), code, "http://127.0.0.1:9999/cb");

        assertThat(tokens.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(api("/my-movies", tokens)).isEqualTo(200);
    }

    @Test
    void the_password_yields_a_token_for_the_persons_films() throws Exception {
        var trusted =
                registers(
                        """
                        {"client_name": "Films en salle", "grant_types": ["password"],
                         "token_endpoint_auth_method": "none"}\
                        """);

        var tokens =
                token(
                        "grant_type=password&client_id=%s&username=%s&password=%s",
                        id(trusted), "bob", "bob-opens-the-door");

        assertThat(tokens.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(api("/my-movies", tokens)).isEqualTo(200);
    }

    @Test
    void the_applications_own_credentials_yield_a_token_for_the_statistics() throws Exception {
        var tokens =
                token(
                        "grant_type=client_credentials&client_id=%s&client_secret=%s",
                        id(application), secret());

        assertThat(tokens.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(api("/stats_movies", tokens)).isEqualTo(200);
    }

    private Person bob() {
        return stack.person("bob");
    }

    private URI link() {
        return link(application);
    }

    private URI link(JsonNode client) {
        return at(
                stack.issuer(),
                "/auth?response_type=code&client_id=%s&scope=%s&state=%s&redirect_uri=%s",
                id(client),
                "movies:read",
                "s1",
                "http://127.0.0.1:9999/cb");
    }

    private JsonNode token(String query, String... values)
            throws IOException, InterruptedException {
        URI address = at(teaching.address(), "/token?" + query, values);
        var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private int api(String path, JsonNode tokens) {
        return stack.http().api("GET", path, tokens.get("access_token").asText()).status();
    }

    private JsonNode registers(String metadata) {
        var answer = stack.http().register(metadata);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        return answer.body();
    }

    private String secret() {
        return application.get("client_secret").asText();
    }

    private static String id(JsonNode client) {
        return client.get("client_id").asText();
    }

    private static URI at(URI server, String address, String... values) {
        Object[] encoded =
                Stream.of(values)
                        .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .toArray();
        return server.resolve(address.formatted(encoded));
    }
}
