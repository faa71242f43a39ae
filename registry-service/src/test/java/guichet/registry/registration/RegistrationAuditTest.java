package guichet.registry.registration;

import static guichet.kit.audit.AuditEvent.CLIENT_CHANGED;
import static guichet.kit.audit.AuditEvent.CLIENT_DELETED;
import static guichet.kit.audit.AuditEvent.CLIENT_REGISTERED;
import static guichet.kit.audit.AuditEvent.CLIENT_SECRET_REPLACED;
import static guichet.kit.audit.AuditEvent.REGISTRATION_ACCESS_TOKEN_REFUSED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.audit.AuditCapture;
import guichet.kit.audit.AuditEvent;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes known of registrations, and of changes of them. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationAuditTest {
    private final AuditCapture audit = new AuditCapture();
    private Map<String, String> registered = Map.of();

    @BeforeEach
    void register() {
        registered = Registration.with("tos_uri", "null").statusCode(201).extract().path("$");
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void who_registers_is_told_with_where_people_will_be_sent() {
        JsonNode event = isTold(CLIENT_REGISTERED);

        assertThat(event.get("redirect_uris").asText()).isEqualTo("https://cine.example/cb");
        assertThat(event.get("service").asText()).isEqualTo("registry-service");
        assertThat(event.get("outcome").asText()).isEqualTo("success");
        assertThat(event.get("network").asText()).isEqualTo("127.0.0.1");
        assertThat(event.get("trace_id").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void another_address_is_told() {
        manages(token())
                .contentType("application/json")
                .body(
                        """
                        {"client_id": "%s", "redirect_uris": ["https://new.example/cb"]}\
                        """
                                .formatted(id()))
                .put("/register/" + id())
                .then()
                .statusCode(200);

        assertThat(isTold(CLIENT_CHANGED).get("redirect_uris").asText())
                .isEqualTo("https://new.example/cb");
    }

    @Test
    void what_was_refused_changed_nothing_and_is_told_by_nothing() {
        manages(token())
                .contentType("application/json")
                .body("{\"client_id\": \"%s\", \"redirect_uris\": [\"/cb\"]}".formatted(id()))
                .put("/register/" + id())
                .then()
                .statusCode(400);

        assertThat(audit.events(CLIENT_CHANGED)).isEmpty();
    }

    @Test
    void another_secret_is_told_and_not_said() {
        String secret =
                manages(token())
                        .post("/register/%s/secret".formatted(id()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("client_secret");

        isTold(CLIENT_SECRET_REPLACED);
        assertThat(audit.lines()).noneMatch(it -> it.contains(secret) || it.contains(token()));
    }

    @Test
    void its_end_is_told_with_the_reason() {
        manages(token()).delete("/register/" + id()).then().statusCode(204);

        assertThat(isTold(CLIENT_DELETED).get("reason").asText()).isEqualTo("by itself");
    }

    @Test
    void who_has_the_wrong_token_is_told_with_the_client_and_without_the_token() {
        manages("a-token-of-somebody-else").get("/register/" + id()).then().statusCode(401);

        JsonNode event = isTold(REGISTRATION_ACCESS_TOKEN_REFUSED);
        assertThat(event.get("outcome").asText()).isEqualTo("failure");
        assertThat(event.toString()).doesNotContain("a-token-of-somebody-else");
    }

    @Test
    void what_is_no_client_is_not_repeated() {
        manages(token()).get("/register/what-somebody-typed").then().statusCode(401);

        assertThat(audit.event(REGISTRATION_ACCESS_TOKEN_REFUSED).has("client")).isFalse();
    }

    private JsonNode isTold(AuditEvent event) {
        JsonNode told = audit.event(event);
        assertThat(told.get("client").asText()).isEqualTo(id());
        return told;
    }

    private static RequestSpecification manages(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private String id() {
        return registered.getOrDefault("client_id", "");
    }

    private String token() {
        return registered.getOrDefault("registration_access_token", "");
    }
}
