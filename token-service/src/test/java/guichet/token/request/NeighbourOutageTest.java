package guichet.token.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.TestClock;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeighbourOutageTest {
    private static final Map<String, String> CLIENT_CREDENTIALS =
            Map.of("grant_type", "client_credentials");

    private final TestClock clock;

    NeighbourOutageTest(TestClock clock) {
        this.clock = clock;
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void without_authorization_service_applications_and_refreshes_are_served() {
        String client = Neighbours.client();
        String refreshToken = TokenCall.refreshToken(client);

        try (var _ = Neighbours.authorizationServiceAway()) {
            TokenCall.withSecret(client, CLIENT_CREDENTIALS).statusCode(200);
            TokenCall.refresh(client, refreshToken).statusCode(200);
        }
    }

    @Test
    void without_authorization_service_a_code_is_put_off_and_not_sent_twice() {
        String client = Neighbours.client();
        String code = Neighbours.code(client);
        var request = Map.of("grant_type", "authorization_code", "code", code);

        try (var _ = Neighbours.authorizationServiceAway()) {
            TokenCall.withSecret(client, request)
                    .statusCode(503)
                    .header("Cache-Control", "no-store")
                    .body("error", equalTo("temporarily_unavailable"));
        }

        assertThat(Neighbours.redemptions(code)).isEqualTo(1);
        TokenCall.withSecret(client, request).statusCode(200);
    }

    /** However many are refused: the breaker is for who does not answer. */
    @Test
    void codes_that_authorization_service_refuses_keep_nobody_else_from_theirs() {
        String client = Neighbours.client();
        String code = Neighbours.code(client);
        var request = Map.of("grant_type", "authorization_code", "code", code);

        try (var _ = Neighbours.authorizationServiceRefuses()) {
            for (int attempt = 0; attempt < 25; attempt++) {
                TokenCall.withSecret(client, request).statusCode(503);
            }
        }

        TokenCall.withSecret(client, request).statusCode(200);
    }

    @Test
    void a_client_that_reads_userinfo_in_its_id_token_loses_no_token_to_an_outage() {
        String reader = Neighbours.openIdClient("\"userinfo_claims_in_id_token\": true");
        UUID grant = UUID.randomUUID();
        Neighbours.tellsClaims(grant, "{}");
        String refreshToken;

        try (var _ = Neighbours.claimsAway()) {
            refreshToken = openIdTokens(reader, grant).extract().path("refresh_token");
            TokenCall.refresh(reader, refreshToken)
                    .statusCode(503)
                    .body("error", equalTo("temporarily_unavailable"));
        }

        isUnspent(reader, refreshToken);
        TokenCall.refresh(reader, refreshToken).statusCode(200);
    }

    @Test
    @Tag("RFC9700-4.14.2")
    void a_refresh_token_used_twice_ends_its_grant_during_an_outage_too() {
        String reader = Neighbours.openIdClient("\"userinfo_claims_in_id_token\": true");
        UUID grant = UUID.randomUUID();
        Neighbours.tellsClaims(grant, "{}");
        String first = openIdTokens(reader, grant).extract().path("refresh_token");
        String second = refreshed(reader, first);
        String third = refreshed(reader, second);

        try (var _ = Neighbours.claimsAway()) {
            TokenCall.refresh(reader, first)
                    .statusCode(400)
                    .body("error", equalTo("invalid_grant"));
        }

        TokenCall.refresh(reader, third).statusCode(400).body("error", equalTo("invalid_grant"));
    }

    private static String refreshed(String client, String refreshToken) {
        return TokenCall.refresh(client, refreshToken)
                .statusCode(200)
                .extract()
                .path("refresh_token");
    }

    private static ValidatableResponse openIdTokens(String client, UUID grant) {
        String code = Neighbours.codeOf(Neighbours.grant(grant, client, "openid", ""));
        return TokenCall.withSecret(
                        client, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(200);
    }

    private static void isUnspent(String client, String refreshToken) {
        TokenCall.introspect(client, refreshToken).body("active", equalTo(true));
    }

    @Test
    void without_authorization_service_a_password_is_put_off() {
        var request = Map.of("grant_type", "password", "username", "alice", "password", "opens");

        try (var _ = Neighbours.authorizationServiceAway()) {
            TokenCall.withSecret(Neighbours.client(), request)
                    .statusCode(503)
                    .body("error", equalTo("temporarily_unavailable"));
        }
    }

    /** However often it says so: the breaker is for who does not answer. */
    @Test
    void a_password_that_cannot_be_checked_in_time_is_put_off_for_as_long_as_it_takes() {
        String client = Neighbours.client();
        var request = Map.of("grant_type", "password", "username", "alice", "password", "opens");

        try (var _ = Neighbours.authorizationServiceBusy()) {
            for (int attempt = 0; attempt < 25; attempt++) {
                TokenCall.withSecret(client, request)
                        .statusCode(503)
                        .header("Retry-After", equalTo("6"))
                        .body("error_uri", endsWith("/errors/service-busy"));
            }
        }
    }

    @Test
    void without_the_registry_a_client_known_before_is_served() {
        String client = Neighbours.client();
        String refreshToken = TokenCall.refreshToken(client);

        try (var _ = Neighbours.registryAway()) {
            clock.pass(Duration.ofMinutes(9));

            TokenCall.withSecret(client, CLIENT_CREDENTIALS).statusCode(200);
            TokenCall.refresh(client, refreshToken).statusCode(200);
        }
    }

    @Test
    void without_the_registry_another_client_is_put_off_and_not_called_unknown() {
        String client = Neighbours.client();

        try (var _ = Neighbours.registryAway()) {
            TokenCall.withSecret(client, CLIENT_CREDENTIALS)
                    .statusCode(503)
                    .body("error", equalTo("temporarily_unavailable"));
        }

        TokenCall.withSecret(client, CLIENT_CREDENTIALS).statusCode(200);
    }
}
