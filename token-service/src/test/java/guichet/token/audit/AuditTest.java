package guichet.token.audit;

import static guichet.kit.audit.AuditEvent.CLIENT_AUTHENTICATION_REFUSED;
import static guichet.kit.audit.AuditEvent.CODE_REPLAYED;
import static guichet.kit.audit.AuditEvent.GRANTS_ENDED;
import static guichet.kit.audit.AuditEvent.GRANT_ENDED;
import static guichet.kit.audit.AuditEvent.INTERNAL_CALL_REFUSED;
import static guichet.kit.audit.AuditEvent.REFRESH_TOKEN_REUSED;
import static guichet.kit.audit.AuditEvent.TOKENS_ISSUED_FOR_PASSWORD;
import static guichet.kit.internal.InternalCalls.internally;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.kit.audit.AuditCapture;
import guichet.kit.audit.AuditEvent;
import guichet.kit.postgres.TestPostgres;
import guichet.token.grant.Grants;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes known of tokens, and when. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTest {
    private final AuditCapture audit = new AuditCapture();
    private final String client = Neighbours.client();
    private final UUID grant = UUID.randomUUID();
    private final Grants grants;

    AuditTest(Grants grants) {
        this.grants = grants;
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void a_deed_is_told_when_it_is_committed_and_not_before() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    grants.revoke(grant, "in a test");
                    assertThat(audit.events(GRANT_ENDED)).isEmpty();
                });

        assertThat(said(GRANT_ENDED, "grant")).isEqualTo(grant.toString());
        assertThat(said(GRANT_ENDED, "reason")).isEqualTo("in a test");
    }

    @Test
    void a_deed_that_is_rolled_back_is_never_told() {
        QuarkusTransaction.begin();
        grants.revoke(grant, "in a test");
        QuarkusTransaction.setRollbackOnly();
        grants.revoke(UUID.randomUUID(), "in a test, when it is clear how it ends");
        QuarkusTransaction.rollback();

        assertThat(audit.lines()).isEmpty();
    }

    @Test
    void a_deed_that_changes_nothing_is_not_told_again() {
        grants.revoke(grant, "in a test");
        grants.revoke(grant, "in a test");

        assertThat(said(GRANT_ENDED, "grant")).isEqualTo(grant.toString());
    }

    @Test
    void a_code_used_twice_is_told_with_its_grant_and_client() {
        String code = Neighbours.replayedCode(grant.toString());

        TokenCall.withSecret(client, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(400);

        assertThat(said(CODE_REPLAYED, "grant")).isEqualTo(grant.toString());
        assertThat(said(CODE_REPLAYED, "client")).isEqualTo(client);
        assertThat(audit.lines()).noneMatch(it -> it.contains(code));
    }

    @Test
    void a_refresh_token_used_twice_is_told_with_its_client() {
        String first = TokenCall.refreshToken(client);
        String second = TokenCall.refresh(client, first).extract().path("refresh_token");
        TokenCall.refresh(client, second).statusCode(200);

        TokenCall.refresh(client, first).statusCode(400);

        assertThat(said(REFRESH_TOKEN_REUSED, "client")).isEqualTo(client);
        assertThat(said(REFRESH_TOKEN_REUSED, "grant")).isEqualTo(said(GRANT_ENDED, "grant"));
        assertThat(audit.lines()).noneMatch(it -> it.contains(first));
    }

    @Test
    void tokens_that_an_application_gets_for_a_password_are_told_with_whose_it_is() {
        UUID person = UUID.randomUUID();
        String given = Neighbours.grantOf(person, Instant.now(), grant, client, UUID.randomUUID());
        String username = Neighbours.personOf(given);

        TokenCall.withSecret(
                        client,
                        Map.of(
                                "grant_type", "password",
                                "username", username,
                                "password", "opens"))
                .statusCode(200);

        JsonNode event = audit.event(TOKENS_ISSUED_FOR_PASSWORD);
        assertThat(event.get("person").asText()).isEqualTo(person.toString());
        assertThat(event.get("client").asText()).isEqualTo(client);
        assertThat(event.get("grant").asText()).isEqualTo(grant.toString());
        assertThat(event.get("scope").asText()).isEqualTo("openid movies:read");
        assertThat(event.toString()).doesNotContain(username);
    }

    @Test
    void a_client_with_a_wrong_secret_is_told_and_one_that_nobody_knows_is_not_named() {
        asksWith(client, "a-wrong-secret");
        assertThat(said(CLIENT_AUTHENTICATION_REFUSED, "client")).isEqualTo(client);

        asksWith("a-secret-in-the-wrong-field", "a-wrong-secret");
        assertThat(audit.events(CLIENT_AUTHENTICATION_REFUSED).getLast().has("client")).isFalse();
        assertThat(audit.lines()).noneMatch(it -> it.contains("a-secret") || it.contains("wrong"));
    }

    private static void asksWith(String clientId, String secret) {
        TokenCall.with(
                        given().auth().preemptive().basic(clientId, secret),
                        Map.of("grant_type", "client_credentials"))
                .statusCode(401);
    }

    @Test
    void the_end_of_a_client_is_told_once_however_often_it_comes() {
        for (int time = 0; time < 2; time++) {
            internally()
                    .header("Authorization", "Bearer the-credential-of-registry-in-tests")
                    .put("/internal/ended-clients/" + client)
                    .then()
                    .statusCode(204);
        }

        assertThat(said(GRANTS_ENDED, "client")).isEqualTo(client);
    }

    @Test
    void what_a_neighbour_asks_on_nobodys_behalf_comes_from_no_network() {
        internally()
                .header("Authorization", "Bearer the-credential-of-registry-in-tests")
                .put("/internal/ended-clients/" + client)
                .then()
                .statusCode(204);

        assertThat(audit.event(GRANTS_ENDED).has("network")).isFalse();
    }

    @Test
    void an_internal_call_of_a_stranger_is_told_without_what_they_wrote() {
        internally()
                .header("Authorization", "Bearer a-guessed-credential")
                .put("/internal/ended-clients/what-somebody-typed")
                .then()
                .statusCode(401);

        assertThat(audit.event(INTERNAL_CALL_REFUSED).get("endpoint").asText())
                .isEqualTo("/internal/ended-clients/{clientId}");
        assertThat(audit.lines()).noneMatch(it -> it.contains("guessed") || it.contains("typed"));
    }

    private String said(AuditEvent event, String field) {
        return audit.event(event).get(field).asText();
    }
}
