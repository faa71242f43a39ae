package guichet.token.request;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import guichet.kit.postgres.TestPostgres;
import guichet.token.grant.Grant;
import guichet.token.grant.TestGrants;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.RefreshTokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A client that may have less by now than it was granted: nothing is issued beyond that. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteredScopeTest {
    private static final String GRANTED = "openid movies:read movies:write";

    private final String client = Neighbours.clientWithScope("movies:read stats:read");
    private final RefreshTokens refreshTokens;

    RegisteredScopeTest(RefreshTokens refreshTokens) {
        this.refreshTokens = refreshTokens;
    }

    @Test
    @Tag("RFC6749-6")
    void a_refresh_yields_what_is_left() {
        TokenCall.refresh(client, refreshToken(GRANTED))
                .statusCode(200)
                .body("scope", equalTo("movies:read"))
                .body("$", not(hasKey("id_token")));
    }

    @Test
    @Tag("RFC6749-6")
    void who_asks_for_more_is_told_so_and_can_refresh_again() {
        String token = refreshToken(GRANTED);

        TokenCall.refresh(client, token, Map.of("scope", "movies:write"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"))
                .body("error_description", containsString("registered for it no more"));
        TokenCall.refresh(client, token, Map.of("scope", "movies:read")).statusCode(200);
    }

    @Test
    void a_grant_of_nothing_else_is_good_for_nothing_and_says_so() {
        String token = refreshToken("movies:write");

        TokenCall.refresh(client, token)
                .statusCode(400)
                .body("error", equalTo("invalid_scope"))
                .body("error_description", containsString("ask the person again"));
        TokenCall.introspect(client, token).body("active", equalTo(false));
    }

    @Test
    @Tag("RFC7662-2.2")
    void introspection_of_a_refresh_token_tells_what_it_would_yield() {
        TokenCall.introspect(client, refreshToken(GRANTED)).body("scope", equalTo("movies:read"));
    }

    @Test
    @Tag("RFC6749-4.1.3")
    void a_code_from_before_yields_what_is_left() {
        String code = Neighbours.codeOf(Neighbours.grantOf(Instant.now(), client, GRANTED));

        TokenCall.withSecret(client, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(200)
                .body("scope", equalTo("movies:read"))
                .body("$", not(hasKey("id_token")));
    }

    @Test
    @Tag("RFC6749-4.1.3")
    void with_a_code_authorization_service_is_told_what_the_client_may_have() {
        String code =
                Neighbours.codeOfClientWith(
                        "movies:read stats:read",
                        Neighbours.grantOf(Instant.now(), client, GRANTED));

        TokenCall.withSecret(client, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(200);
    }

    private String refreshToken(String scope) {
        Grant grant = TestGrants.of(client, Instant.now(), scope);
        return refreshTokens.issue(grant).token().reveal();
    }
}
