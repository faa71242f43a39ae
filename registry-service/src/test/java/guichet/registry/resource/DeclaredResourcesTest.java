package guichet.registry.resource;

import static guichet.kit.audit.AuditEvent.RESOURCE_CHANGED;
import static guichet.kit.audit.AuditEvent.RESOURCE_DECLARED;
import static guichet.kit.audit.AuditEvent.RESOURCE_NO_LONGER_DECLARED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.audit.AuditCapture;
import guichet.kit.outbox.Outbox;
import guichet.kit.postgres.TestPostgres;
import guichet.registry.deletion.TokenServiceStandIn;
import guichet.registry.resource.ResourceSettings.Declared;
import guichet.registryclient.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The APIs that the settings declare, beside those of the tests' own start. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TokenServiceStandIn.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclaredResourcesTest {
    private static final Map<String, String> STALLS =
            Map.of(
                    "guichet.resources.stalls.identifier", "https://stalls.example",
                    "guichet.resources.stalls.title", "Stalls",
                    "guichet.resources.stalls.access-token-lifetime", "300",
                    "guichet.resources.stalls.scopes[0].name", "stalls:read",
                    "guichet.resources.stalls.scopes[0].words.en", "See the stalls",
                    "guichet.resources.stalls.scopes[0].words.fr", "Voir les fauteuils",
                    "guichet.resources.stalls.scopes[0].granted-to", "person,application",
                    "guichet.resources.stalls.scopes[0].default", "true");

    private static final Api LOGE =
            new Api(
                    "loge",
                    "https://loge.example",
                    "Loge",
                    true,
                    "ES256",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(
                            new ApiScope(
                                    "loge:read",
                                    Map.of("en", "See the loge"),
                                    Set.of(Actor.PERSON),
                                    false)));

    private static final Api BALCONY =
            new Api(
                    "balcony",
                    "https://balcony.example",
                    "Balcony",
                    false,
                    "ES256",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(
                            new ApiScope(
                                    "balcony:read",
                                    Map.of("en", "See the balcony"),
                                    Set.of(Actor.PERSON),
                                    false)));

    private final ResourceSettings shipped;
    private final DeclaredResources declared;
    private final OfferedResources offered;
    private final ResourceRows rows;
    private final EntityManager database;
    private final Outbox outbox;

    DeclaredResourcesTest(
            ResourceSettings shipped,
            DeclaredResources declared,
            OfferedResources offered,
            ResourceRows rows,
            EntityManager database,
            Outbox outbox) {
        this.shipped = shipped;
        this.declared = declared;
        this.offered = offered;
        this.rows = rows;
        this.database = database;
        this.outbox = outbox;
    }

    @AfterEach
    void declareWhatIsShipped() {
        declared.replace(shipped.declared());
    }

    @Test
    void one_is_declared_by_its_name_and_means_what_an_administrator_would_say() {
        start(STALLS);

        Api api = offered.findDescribed("stalls").orElseThrow().api();
        assertThat(api.identifier()).isEqualTo("https://stalls.example");
        assertThat(api.accessTokenLifetime()).contains(300L);
        assertThat(api.signingAlgorithm()).isEqualTo("ES256");
        assertThat(api.scopes())
                .singleElement()
                .satisfies(scope -> {
                    assertThat(scope.words()).containsEntry("fr", "Voir les fauteuils");
                    assertThat(scope.grantedTo()).hasSize(2);
                    assertThat(scope.byDefault()).isTrue();
                });
    }

    @Test
    void a_start_that_changes_nothing_tells_nothing_and_one_without_it_takes_it_away() {
        try (var audit = new AuditCapture()) {
            start(STALLS);
            start(STALLS);
            assertThat(audit.events(RESOURCE_DECLARED)).hasSize(1);

            declared.replace(shipped.declared());

            assertThat(audit.event(RESOURCE_NO_LONGER_DECLARED).get("resource").asText())
                    .isEqualTo("stalls");
            assertThat(offered.findDescribed("stalls")).isEmpty();
        }
    }

    @Test
    void one_that_was_made_before_is_taken_over() {
        start(STALLS);
        long before = version();

        start(with("guichet.resources.stalls.title", "The stalls"));

        assertThat(offered.findDescribed("stalls").orElseThrow().api().title())
                .isEqualTo("The stalls");
        assertThat(version()).isGreaterThan(before);
    }

    @ParameterizedTest
    @CsvSource({
        "identifier, stalls, guichet.resources.stalls: identifier: must be an absolute URI",
        "signing-algorithm, none, guichet.resources.stalls: signing_algorithm: must be one of",
        "scopes[0].name, openid, guichet.resources.stalls: openid: belongs to OpenID Connect",
        "scopes[0].name, movies:read, the scope movies:read belongs to the API stalls",
        "default, true, default: stalls is the default already"
    })
    void what_cannot_be_stops_the_start(String member, String value, String fault) {
        assertThatThrownBy(() -> start(with("guichet.resources.stalls." + member, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void what_one_had_another_may_have_from_the_next_start_on() {
        start(STALLS);
        Map<String, String> circle = new HashMap<>();
        STALLS.forEach((name, value) -> circle.put(name.replace(".stalls.", ".circle."), value));
        circle.putAll(with("guichet.resources.stalls.identifier", "https://rows.example"));
        circle.put("guichet.resources.stalls.scopes[0].name", "rows:read");

        start(circle);

        assertThat(offered.findDescribed("circle").orElseThrow().api().identifier())
                .isEqualTo("https://stalls.example");
        assertThat(offered.findDescribed("stalls").orElseThrow().api().scopeNames())
                .containsExactly("rows:read");
    }

    @Test
    void the_default_of_the_settings_goes_before_that_of_an_administrator() {
        var another = new HashMap<>(shipped.declared());
        another.remove("movies");
        declared.replace(another);
        QuarkusTransaction.requiringNew().run(() -> offered.put(LOGE, Instant.EPOCH));
        long before = offered.findDescribed("loge").orElseThrow().version();
        try (var audit = new AuditCapture()) {
            declared.replace(shipped.declared());

            DescribedApi loge = offered.findDescribed("loge").orElseThrow();
            assertThat(loge.api().isDefault()).isFalse();
            assertThat(loge.version()).isGreaterThan(before);
            assertThat(audit.event(RESOURCE_CHANGED).get("resource").asText()).isEqualTo("loge");
        } finally {
            QuarkusTransaction.requiringNew().run(() -> rows.deleteById("loge"));
        }
    }

    @Test
    void a_scope_that_the_same_api_declares_again_within_a_day_is_on_offer_as_before() {
        start(STALLS);
        Instant since = since();

        declared.replace(shipped.declared());
        start(STALLS);
        assertThat(since()).isEqualTo(since);

        start(with("guichet.resources.stalls.scopes[0].name", "stalls:see"));
        start(STALLS);
        assertThat(since()).isEqualTo(since);
    }

    @Test
    void one_that_comes_again_later_comes_on_offer_then() {
        start(STALLS);
        Instant since = since();

        declared.replace(shipped.declared());
        execute("update gone_scope set gone_at = gone_at - interval '25 hours'");
        start(STALLS);

        assertThat(since()).isAfter(since);
    }

    @Test
    void one_that_another_api_had_meanwhile_comes_on_offer_again() {
        start(STALLS);
        Instant since = since();
        Map<String, String> circle = new HashMap<>();
        STALLS.forEach((name, value) -> circle.put(name.replace(".stalls.", ".circle."), value));

        start(circle);
        start(STALLS);

        assertThat(since()).isAfter(since);
    }

    /** What was approved meanwhile was approved of the other API. */
    @Test
    void one_that_another_api_of_its_name_had_meanwhile_comes_on_offer_again() {
        start(STALLS);
        Instant since = since();

        start(with("guichet.resources.stalls.identifier", "https://boxes.example"));
        start(STALLS);

        assertThat(since()).isAfter(since);
    }

    @Test
    void what_was_granted_does_not_count_for_an_api_at_another_address() {
        TokenServiceStandIn.takesEndsOfScopes();
        start(with("guichet.resources.stalls.identifier", "https://pews.example"));
        Instant since = since();

        start(with("guichet.resources.stalls.identifier", "https://rows.example"));
        outbox.deliverDue().join();

        assertThat(since()).isAfter(since);
        assertThat(TokenServiceStandIn.wasToldOfTheEndOf("https://pews.example")).isTrue();
    }

    @Test
    void what_is_reserved_from_now_on_is_taken_from_those_whom_no_settings_declare() {
        TokenServiceStandIn.takesEndsOfScopes();
        start(STALLS);
        String client =
                given().contentType("application/json")
                        .body(
                                "{\"scope\": \"stalls:read\", \"redirect_uris\":"
                                        + " [\"https://a.example\"]}")
                        .post("/register")
                        .then()
                        .statusCode(201)
                        .body("scope", equalTo("stalls:read"))
                        .extract()
                        .path("client_id");

        start(with("guichet.resources.stalls.reserved", "true"));

        assertThat(ask("select metadata ->> 'scope' from client where client_id = '%s'", client))
                .isEqualTo("");
        outbox.deliverDue().join();
        assertThat(TokenServiceStandIn.wasToldOfTheEndOf("https://stalls.example")).isTrue();
    }

    @Test
    void nobody_is_told_of_an_api_without_its_scopes() {
        start(Map.of());
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writer =
                    threads.submit(() -> {
                        for (int time = 0; time < 150; time++) {
                            QuarkusTransaction.requiringNew()
                                    .run(() -> offered.put(BALCONY, Instant.EPOCH));
                            QuarkusTransaction.requiringNew().run(() -> rows.deleteById("balcony"));
                        }
                        done.set(true);
                    });
            while (!done.get() && !writer.isDone()) {
                assertThat(offered.catalogue().resources())
                        .allSatisfy(api -> {
                            assertThat(api.scopes()).isNotEmpty();
                            assertThat(api.scopes()).allMatch(it -> it.since().isPresent());
                        });
            }
        }
        assertThat(done).isTrue();
    }

    private Instant since() {
        return offered.catalogue().find("stalls:read").orElseThrow().since().orElseThrow();
    }

    private void execute(String sql) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql).executeUpdate());
    }

    private Object ask(String sql, String value) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(sql.formatted(value)).getSingleResult());
    }

    private long version() {
        return offered.findDescribed("stalls").orElseThrow().version();
    }

    private static Map<String, String> with(String setting, String value) {
        var settings = new HashMap<>(STALLS);
        settings.put(setting, value);
        return settings;
    }

    private void start(Map<String, String> settings) {
        var all = new HashMap<String, Declared>(shipped.declared());
        all.putAll(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 500))
                        .withMapping(ResourceSettings.class)
                        .build()
                        .getConfigMapping(ResourceSettings.class)
                        .declared());
        declared.replace(all);
    }
}
