package guichet.token.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.log.LogCapture;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.OpaqueToken;
import guichet.oauth.TokenKind;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogTest {
    private static final String PASSWORD = "alice-has-a-long-password";
    private static final String VERIFIER = "a-code-verifier-of-more-than-43-characters-x";

    private final String client = Neighbours.client();
    private final List<String> secrets =
            new ArrayList<>(List.of(Neighbours.SECRET, PASSWORD, VERIFIER));

    @Test
    void no_secret_code_or_token_is_logged_when_all_goes_well() {
        try (var log = new LogCapture()) {
            var first = code(Neighbours.code(client));
            var second = refresh(yielded(first));
            yielded(second);
            yielded(password(Neighbours.person(client)));
            yielded(call(Map.of("grant_type", "client_credentials")));

            assertThat(log.text()).contains("guichet").doesNotContain(secrets);
        }
    }

    @Test
    void no_secret_code_or_token_is_logged_when_all_is_refused() {
        try (var log = new LogCapture()) {
            String token = yielded(code(Neighbours.code(client)));
            String successor = yielded(refresh(token));
            yielded(refresh(successor));
            refresh(token).statusCode(400); // reused, ends the grant
            refresh(secret("grt_" + OpaqueToken.random(TokenKind.REFRESH_TOKEN).reveal()))
                    .statusCode(400);
            code(Neighbours.refusedCode());
            password(Neighbours.stranger()).statusCode(400);
            basic(secret("a-wrong-secret")).statusCode(401);
            inTheAddress(secret("a-secret-in-the-address")).statusCode(400);
            undecodable(secret("a-secret-before-a-broken-sign")).statusCode(400);

            assertThat(log.text()).contains("invalid_grant").doesNotContain(secrets);
        }
    }

    @Test
    void no_secret_code_or_token_is_logged_when_a_neighbour_is_away() {
        String code = secret(Neighbours.code(client));

        try (var log = new LogCapture();
                var _ = Neighbours.authorizationServiceAway()) {
            code(code).statusCode(503);
            password("alice").statusCode(503);

            assertThat(log.text()).contains("a neighbour is away").doesNotContain(secrets);
        }
    }

    private ValidatableResponse code(String code) {
        return call(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        secret(code),
                        "code_verifier",
                        VERIFIER));
    }

    private ValidatableResponse password(String username) {
        return call(Map.of("grant_type", "password", "username", username, "password", PASSWORD));
    }

    private ValidatableResponse refresh(String token) {
        return call(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private ValidatableResponse call(Map<String, String> parameters) {
        return TokenCall.withSecret(client, parameters);
    }

    private ValidatableResponse basic(String wrong) {
        byte[] pair = (client + ":" + wrong).getBytes(StandardCharsets.UTF_8);
        String credentials = secret(Base64.getEncoder().encodeToString(pair));
        return TokenCall.with(
                given().header("Authorization", "Basic " + credentials),
                Map.of("grant_type", "client_credentials"));
    }

    private static ValidatableResponse inTheAddress(String secret) {
        return given().formParam("grant_type", "client_credentials")
                .post("/token?client_secret=" + secret)
                .then();
    }

    private static ValidatableResponse undecodable(String secret) {
        return given().contentType("application/x-www-form-urlencoded")
                .body("client_secret=" + secret + "%zz")
                .post("/token")
                .then();
    }

    /** Remembers the tokens of an answer; answers the refresh token, if there is one. */
    private String yielded(ValidatableResponse answer) {
        secret(answer.statusCode(200).extract().path("access_token"));
        String refreshToken = answer.extract().path("refresh_token");
        return refreshToken == null ? "" : secret(refreshToken);
    }

    private String secret(String value) {
        secrets.add(value);
        return value;
    }
}
