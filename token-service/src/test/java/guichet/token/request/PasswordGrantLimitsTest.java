package guichet.token.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import guichet.kit.audit.AuditCapture;
import guichet.kit.audit.AuditEvent;
import guichet.kit.limit.BehindGateway;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PasswordGrantLimitsTest.SmallAllowances.class)
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-4.3.2")
@Tag("RFC6585-4")
class PasswordGrantLimitsTest {
    @Test
    void the_same_network_tries_only_so_many_passwords_by_whatever_client() {
        long taken =
                IntStream.range(0, 4)
                        .filter(_ -> isTaken(Neighbours.client(), "198.51.100.1"))
                        .count();

        assertThat(taken).isEqualTo(3);
        assertThat(isTaken(Neighbours.client(), "198.51.100.2")).isTrue();
    }

    @Test
    void the_same_client_tries_only_so_many_passwords_from_wherever() {
        String client = Neighbours.client();
        long taken =
                IntStream.range(0, 5)
                        .filter(number -> isTaken(client, "203.0.113." + number))
                        .count();

        attempt(client, "203.0.113.9")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .header("Cache-Control", equalTo("no-store"))
                .body("error", equalTo("temporarily_unavailable"))
                .body("error_uri", endsWith("/errors/too-many-requests"));
        assertThat(taken).isEqualTo(4);
    }

    @Test
    void who_tries_too_many_is_told_in_the_audit_by_network_and_by_client() {
        String client = Neighbours.client();
        try (var audit = new AuditCapture()) {
            IntStream.range(0, 5).forEach(number -> attempt(client, "203.0.113." + (100 + number)));
            IntStream.range(0, 4).forEach(_ -> attempt(Neighbours.client(), "203.0.113.120"));

            assertThat(audit.events(AuditEvent.LIMIT_REACHED))
                    .extracting(it -> it.get("limit").asText())
                    .containsExactly("password-grant-of-client", "password-grant");
            assertThat(audit.events(AuditEvent.LIMIT_REACHED).getFirst().get("client").asText())
                    .isEqualTo(client);
        }
    }

    /** Anybody can say to be it, and could keep its people out. */
    @Test
    @Tag("RFC6749-2.1")
    void a_client_that_proves_nothing_is_limited_by_network_alone() {
        String client = Neighbours.publicClient();

        long taken =
                IntStream.range(10, 20)
                        .filter(number -> publicly(client, "203.0.113." + number) != 429)
                        .count();

        assertThat(taken).isEqualTo(10);
    }

    private static int publicly(String client, String address) {
        return attempted(client, address).post("/token").statusCode();
    }

    private static boolean isTaken(String client, String address) {
        return attempt(client, address).statusCode() != 429;
    }

    private static Response attempt(String client, String address) {
        return attempted(client, address)
                .formParam("client_secret", Neighbours.SECRET)
                .post("/token");
    }

    private static RequestSpecification attempted(String client, String address) {
        return given().headers(BehindGateway.from(address))
                .formParam("grant_type", "password")
                .formParam("username", "alice")
                .formParam("password", "not it")
                .formParam("client_id", client);
    }

    /** Three by a network, four by a client. */
    public static class SmallAllowances implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "guichet.gateway.address", "127.0.0.1",
                    "guichet.limit.password-grant", "3/1h",
                    "guichet.limit.password-grant-of-client", "4/1h");
        }
    }
}
