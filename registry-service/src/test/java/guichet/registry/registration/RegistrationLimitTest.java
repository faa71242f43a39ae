package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import guichet.kit.audit.AuditCapture;
import guichet.kit.audit.AuditEvent;
import guichet.kit.limit.BehindGateway;
import guichet.kit.postgres.TestPostgres;
import guichet.resource.issuer.TestIssuer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BehindGateway.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(TestIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-5")
@Tag("RFC6585-4")
class RegistrationLimitTest {
    private static final int LIMIT = 100;
    private static final String GOOD = "{\"redirect_uris\": [\"https://cine.example/cb\"]}";

    @Test
    void the_same_network_registers_only_so_often_and_others_go_on() {
        long taken = taken("198.51.100.1");

        register("198.51.100.1", GOOD)
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("error", equalTo("temporarily_unavailable"))
                .body("error_uri", endsWith("/errors/too-many-requests"));
        assertThat(taken).isEqualTo(LIMIT);
        assertThat(register("198.51.100.2", GOOD).statusCode()).isEqualTo(201);
    }

    @Test
    void who_registers_too_often_is_told_in_the_audit() {
        taken("198.51.100.5");
        try (var audit = new AuditCapture()) {
            register("198.51.100.5", GOOD);

            var told = audit.event(AuditEvent.LIMIT_REACHED);
            assertThat(told.get("limit").asText()).isEqualTo("registration");
            assertThat(told.get("network").asText()).isEqualTo("198.51.100.5");
        }
    }

    /** Tokens and metadata could be tried out otherwise. */
    @Test
    void what_is_refused_counts_too() {
        IntStream.range(0, LIMIT).forEach(_ -> register("198.51.100.3", "no metadata"));

        assertThat(register("198.51.100.3", GOOD).statusCode()).isEqualTo(429);
    }

    @Test
    void tokens_are_guessed_no_faster() {
        IntStream.range(0, LIMIT).forEach(_ -> read("198.51.100.4"));

        assertThat(read("198.51.100.4").statusCode()).isEqualTo(429);
    }

    private static Response read(String address) {
        return given().headers(BehindGateway.from(address))
                .auth()
                .oauth2("guessed")
                .get("/register/somebody");
    }

    private static long taken(String address) {
        return IntStream.range(0, LIMIT)
                .filter(_ -> register(address, GOOD).statusCode() == 201)
                .count();
    }

    private static Response register(String address, String metadata) {
        return given().headers(BehindGateway.from(address))
                .contentType("application/json")
                .body(metadata)
                .post("/register");
    }
}
