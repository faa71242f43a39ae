package guichet.registry.registration;

import static guichet.kit.audit.AuditEvent.CLIENT_CHANGED;
import static guichet.kit.audit.AuditEvent.CLIENT_DECLARED;
import static guichet.kit.audit.AuditEvent.CLIENT_NO_LONGER_DECLARED;
import static guichet.kit.audit.AuditEvent.CLIENT_SECRET_REPLACED;
import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.audit.AuditCapture;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.registry.client.DeclaredClients;
import guichet.registry.resource.DeclaredResources;
import guichet.registry.signing.SigningAlgorithms;
import guichet.registry.signing.SigningStandIn;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that the settings declare, the administrator first of all. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientSettingsTest {
    private static final String OPENID = "openid profile email address phone offline_access";

    private static final String ADMINISTRATOR = "guichet-administrator";
    private static final String SECRET = "a-secret-of-the-operator-that-is-long-enough";

    private final Config shipped;
    private final MetadataReader reader;
    private final DeclaredResources resources;
    private final DeclaredClients clients;
    private final EntityManager database;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final SigningAlgorithms algorithms = SigningStandIn.thatTells(told::add);

    ClientSettingsTest(
            Config shipped,
            MetadataReader reader,
            DeclaredResources resources,
            DeclaredClients clients,
            EntityManager database) {
        this.shipped = shipped;
        this.reader = reader;
        this.resources = resources;
        this.clients = clients;
        this.database = database;
    }

    @AfterEach
    void declareNone() {
        clients.replace(List.of());
    }

    @Test
    void without_a_secret_there_is_no_administrator() {
        start(shipped);

        client(ADMINISTRATOR).statusCode(404);
    }

    @Test
    void with_a_secret_there_is_one_with_the_scopes_of_administration() {
        start(administrator(SECRET));

        client(ADMINISTRATOR)
                .statusCode(200)
                .body("client_name", equalTo("Guichet administrator"))
                .body("grant_types", contains("client_credentials"))
                .body("scope", equalTo("keys:admin people:admin registry:admin"))
                .body("secret_hashes", contains(OpaqueToken.of(SECRET).sha256()));
    }

    @Test
    void with_a_secret_there_is_the_movies_application_at_its_address() {
        start(shipped("movies-app", SECRET));

        client("movies-app")
                .statusCode(200)
                .body("redirect_uris", contains("http://localhost:8091/sign-in"))
                .body(
                        "in_other_languages",
                        equalTo(Map.of("description#fr", "Garde les films que vous voulez voir")))
                .body("token_endpoint_auth_method", equalTo("client_secret_post"))
                .body(
                        "grant_types",
                        containsInAnyOrder(
                                "authorization_code", "refresh_token", "client_credentials"))
                .body("scope", equalTo("openid profile movies:read movies:write stats:read"))
                .body("secret_hashes", contains(OpaqueToken.of(SECRET).sha256()));
    }

    @Test
    @Tag("RFC7591-2.2")
    void what_it_says_in_other_languages_is_kept_by_language() {
        start(
                Map.of(
                        "guichet.clients.loge.redirect-uris", "https://loge.example/cb",
                        "guichet.clients.loge.token-endpoint-auth-method", "none",
                        "guichet.clients.loge.client-name#fr-CA", "La loge"));

        client("loge")
                .statusCode(200)
                .body("in_other_languages", equalTo(Map.of("client_name#fr-CA", "La loge")));
    }

    @Test
    void another_secret_replaces_it_at_the_next_start() {
        start(administrator(SECRET));

        start(administrator(SECRET + "-2"));

        client(ADMINISTRATOR)
                .body("secret_hashes", contains(OpaqueToken.of(SECRET + "-2").sha256()));
    }

    @Test
    void what_is_no_longer_declared_is_gone_and_may_come_back() {
        start(administrator(SECRET));

        start(Map.of());
        client(ADMINISTRATOR).statusCode(404);

        start(administrator(SECRET));
        client(ADMINISTRATOR).statusCode(200);
    }

    @Test
    void what_becomes_of_them_is_told_and_a_start_that_changes_nothing_tells_nothing() {
        try (var audit = new AuditCapture()) {
            start(shipped("movies-app", SECRET));
            start(shipped("movies-app", SECRET));
            assertThat(audit.lines()).hasSize(1);
            assertThat(audit.event(CLIENT_DECLARED).get("redirect_uris").asText())
                    .isEqualTo("http://localhost:8091/sign-in");

            var moved = shipped("movies-app", SECRET + "-2");
            moved.put("guichet.clients.movies-app.redirect-uris", "https://movies.example/cb");
            start(moved);
            start(Map.of());

            audit.event(CLIENT_SECRET_REPLACED);
            audit.event(CLIENT_NO_LONGER_DECLARED);
            assertThat(audit.event(CLIENT_CHANGED).get("redirect_uris").asText())
                    .isEqualTo("https://movies.example/cb");
        }
    }

    @Test
    void replicas_that_start_together_declare_it_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> start =
                    () -> {
                        start(administrator(SECRET));
                        return true;
                    };

            var started = threads.invokeAll(Stream.generate(() -> start).limit(8).toList());

            assertThat(started).allMatch(Future::resultNow);
        }
        client(ADMINISTRATOR).body("secret_hashes", contains(OpaqueToken.of(SECRET).sha256()));
    }

    @Test
    @Tag("RFC7592-2")
    void no_token_manages_a_declared_client() {
        start(administrator(SECRET));

        given().header("Authorization", "Bearer " + SECRET)
                .delete("/register/" + ADMINISTRATOR)
                .then()
                .statusCode(401);
    }

    @Test
    void any_client_can_be_declared_by_the_words_of_rfc_7591() {
        start(
                Map.of(
                        "guichet.clients.kiosk.client-name", "Kiosk",
                        "guichet.clients.kiosk.token-endpoint-auth-method", "none",
                        "guichet.clients.kiosk.default-max-age", "600",
                        "guichet.clients.kiosk.userinfo-claims-in-id-token", "true",
                        "guichet.clients.kiosk.redirect-uris",
                                "https://kiosk.example/a, https://kiosk.example/b"));

        client("kiosk")
                .statusCode(200)
                .body("client_name", equalTo("Kiosk"))
                .body("token_endpoint_auth_method", equalTo("none"))
                .body("userinfo_claims_in_id_token", equalTo(true))
                .body("secret_hashes", empty())
                .body("scope", equalTo("movies:read movies:write " + OPENID))
                .body(
                        "redirect_uris",
                        contains("https://kiosk.example/a", "https://kiosk.example/b"));
    }

    @Test
    void a_reserved_scope_is_never_had_by_leaving_the_scope_out() {
        var settings = new HashMap<>(administrator(SECRET));
        settings.remove("guichet.clients.guichet-administrator.scope");

        start(settings);

        client(ADMINISTRATOR).body("scope", equalTo("stats:read"));
    }

    @Test
    void a_short_secret_stops_the_start_and_is_not_repeated() {
        assertThatThrownBy(() -> start(administrator("x".repeat(31))))
                .hasMessageContaining("guichet.clients.guichet-administrator.secret")
                .hasMessageContaining("32 characters")
                .hasMessageNotContaining("xxx");
    }

    @ParameterizedTest
    @CsvSource({
        "redirect-uris, http://cine.example/cb, redirect_uris",
        "scope, keys:own, keys:own",
        "scope, movies:read movies:fly, movies:fly",
        "grant-types, 'authorization_code, device_code', grant_types",
        "response-types, 'code, code token', response_types",
        "id-token-signed-response-alg, HS256, id_token_signed_response_alg",
        "id-token-encrypted-response-alg, RSA-OAEP, id_token_encrypted_response_alg",
        "application-type, desktop, application_type",
        "token-endpoint-auth-method, magic, token_endpoint_auth_method",
        "default-max-age, soon, default_max_age",
        "require-pkce, ture, require_pkce: must be true or false",
        "requires-pkce, true, requires_pkce: is not known here",
        "requires-pkce, true, require_pkce",
        "client.name, Cine, client.name: is not known here",
        "token-endpoint-auth-method, client_secret_jwt, private_key_jwt"
    })
    void what_no_registration_could_have_stops_the_start(
            String member, String value, String fault) {
        var settings = new HashMap<>(administrator(SECRET));
        settings.put("guichet.clients.guichet-administrator.grant-types", "authorization_code");
        settings.put("guichet.clients.guichet-administrator.scope", "movies:read");
        settings.put("guichet.clients.guichet-administrator.redirect-uris", "https://a.example");
        settings.put("guichet.clients.guichet-administrator." + member, value);

        assertThatThrownBy(() -> start(settings))
                .hasMessageContaining("guichet.clients.guichet-administrator")
                .hasMessageContaining(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "scope, movies:read movies:fly",
        "token-endpoint-auth-method, magic",
        // Told only when it is written: another client has it.
        "secret, a-secret-that-another-client-has-as-well"
    })
    void a_start_that_is_refused_leaves_to_others_the_apis_that_they_had(
            String member, String value) {
        execute(
                "insert into resource (name, identifier, title, declared) values ('stalls',"
                        + " 'https://stalls.example', 'Stalls', true)");
        var settings = new HashMap<>(administrator(SECRET));
        settings.put("guichet.clients.other.client-name", "Other");
        settings.put("guichet.clients.other.grant-types", "client_credentials");
        settings.put("guichet.clients.other.secret", "a-secret-that-another-client-has-as-well");
        settings.put("guichet.clients.guichet-administrator." + member, value);

        assertThatThrownBy(() -> start(settings)).isInstanceOf(RuntimeException.class);

        assertThat(execute("delete from resource where name = 'stalls'")).isOne();
        client("other").statusCode(404);
    }

    private int execute(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql).executeUpdate());
    }

    @Test
    void token_service_is_told_with_which_algorithms_it_will_sign_for_them() {
        var settings = new HashMap<>(administrator(SECRET));
        settings.put(
                "guichet.clients.guichet-administrator.introspection-signed-response-alg", "PS256");

        start(settings);

        assertThat(told).containsExactly("PS256");
    }

    @Test
    void two_clients_cannot_have_the_same_secret() {
        var settings = new HashMap<>(administrator(SECRET));
        settings.put("guichet.clients.other.client-name", "Other");
        settings.put("guichet.clients.other.grant-types", "client_credentials");
        settings.put("guichet.clients.other.secret", SECRET);

        assertThatThrownBy(() -> start(settings)).hasMessageContaining("the same secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys:admin", "people:admin", "registry:admin"})
    void who_registers_cannot_have_a_scope_of_administration(String scope) {
        Registration.of(
                        """
                        {"client_name": "Mallory", "scope": "%s",
                         "redirect_uris": ["https://mallory.example/cb"],
                         "grant_types": ["client_credentials", "authorization_code", "password"]}\
                        """
                                .formatted(scope))
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"))
                .body("error_description", containsString(scope));
    }

    @Test
    void who_registers_for_all_that_is_on_offer_has_no_scope_of_administration() {
        Registration.of(
                        """
                        {"client_name": "Mallory", "redirect_uris": ["https://mallory.example/cb"],
                         "grant_types": ["client_credentials", "authorization_code", "password"]}\
                        """)
                .statusCode(201)
                .body("scope", equalTo("movies:read movies:write " + OPENID + " stats:read"));
    }

    @Test
    @Tag("RFC7592-2.2")
    void who_registered_cannot_take_a_scope_of_administration_later() {
        var registered =
                Registration.of(
                                """
                                {"client_name": "Mallory", "grant_types": ["client_credentials"]}\
                                """)
                        .extract();

        given().header("Authorization", "Bearer " + registered.path("registration_access_token"))
                .contentType("application/json")
                .body(
                        """
                        {"client_id": "%s", "client_name": "Mallory", "scope": "registry:admin",
                         "grant_types": ["client_credentials"]}\
                        """
                                .formatted(registered.<String>path("client_id")))
                .put("/register/" + registered.path("client_id"))
                .then()
                .statusCode(400)
                .body("error", equalTo("invalid_client_metadata"));
    }

    private void start(Map<String, String> settings) {
        start(new SmallRyeConfigBuilder().withDefaultValues(settings).build());
    }

    private void start(Config config) {
        new Declarations(resources, new ClientSettings(config, reader), clients, algorithms)
                .declare(new StartupEvent());
    }

    private Map<String, String> administrator(String secret) {
        return shipped(ADMINISTRATOR, secret);
    }

    /** As it is shipped, with a secret. */
    private Map<String, String> shipped(String clientId, String secret) {
        String prefix = "guichet.clients.%s.".formatted(clientId);
        var settings = new HashMap<String, String>();
        for (String name : shipped.getPropertyNames()) {
            if (name.startsWith(prefix)) {
                shipped.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(name, value));
            }
        }
        settings.put(prefix + "secret", secret);
        return settings;
    }

    private static ValidatableResponse client(String clientId) {
        return internally()
                .header("Authorization", "Bearer the-credential-of-token-in-tests")
                .get("/internal/clients/" + clientId)
                .then();
    }
}
