package guichet.token.request;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.grant.Grant;
import guichet.token.grant.TestGrants;
import guichet.token.neighbour.Neighbours;
import guichet.token.refresh.RefreshTokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What becomes of grants when a scope of theirs goes, comes again, or comes to another API: by the
 * settings, which end no grants.
 */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScopesThatMovedTest {
    private static final Instant BEFORE = Neighbours.LOFT_CAME.minusSeconds(1);

    private final String client =
            Neighbours.clientWithScope("openid movies:read loft:read gone:read");
    private final RefreshTokens refreshTokens;

    ScopesThatMovedTest(RefreshTokens refreshTokens) {
        this.refreshTokens = refreshTokens;
    }

    @Test
    @Tag("RFC6749-6")
    void a_grant_from_before_is_not_refreshed_into_a_token_for_the_other_api() {
        String token = refreshToken("movies:read loft:read");

        ValidatableResponse refreshed = TokenCall.refresh(client, token).statusCode(200);

        refreshed.body("scope", equalTo("movies:read"));
        String next = refreshed.extract().path("refresh_token");
        TokenCall.refresh(client, next, Map.of("scope", "loft:read"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
        TokenCall.refresh(client, next, Map.of("resource", "https://loft.example"))
                .statusCode(400)
                .body("error", equalTo("invalid_target"));
        TokenCall.introspect(client, next)
                .body("active", equalTo(true))
                .body("scope", equalTo("movies:read"));
    }

    @Test
    void a_grant_of_nothing_else_is_good_for_nothing_and_says_so() {
        String token = refreshToken("loft:read");

        TokenCall.refresh(client, token)
                .statusCode(400)
                .body("error", equalTo("invalid_scope"))
                .body("error_description", containsString("ask the person again"));
        TokenCall.introspect(client, token).body("active", equalTo(false));
    }

    @Test
    void a_scope_that_nobody_offers_is_in_no_token() {
        String token = refreshToken("openid gone:read");

        TokenCall.refresh(client, token).statusCode(200).body("scope", equalTo("openid"));
        TokenCall.refresh(client, refreshToken("gone:read"))
                .statusCode(400)
                .body("error", equalTo("invalid_scope"));
    }

    @Test
    void a_code_from_before_yields_no_more() {
        redeem(BEFORE, "movies:read loft:read").body("scope", equalTo("movies:read"));
    }

    @Test
    void what_was_granted_since_then_is_what_it_says() {
        redeem(Neighbours.LOFT_CAME, "loft:read").body("scope", equalTo("loft:read"));
        TokenCall.refresh(client, refreshToken(Neighbours.LOFT_CAME, "loft:read"))
                .statusCode(200)
                .body("scope", equalTo("loft:read"));
    }

    @Test
    @Tag("RFC6749-4.4")
    void nobody_has_what_is_to_come() {
        String application = Neighbours.applicationWith("loft:read loft:soon");

        asItself(application, "loft:soon").statusCode(400).body("error", equalTo("invalid_scope"));
        asItself(application, "loft:read").statusCode(200);
    }

    private static ValidatableResponse asItself(String application, String scope) {
        return TokenCall.withSecret(
                application, Map.of("grant_type", "client_credentials", "scope", scope));
    }

    private ValidatableResponse redeem(Instant grantedAt, String scope) {
        String code = Neighbours.codeOf(Neighbours.grantOf(grantedAt, client, scope));
        return TokenCall.withSecret(
                        client, Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(200);
    }

    private String refreshToken(String scope) {
        return refreshToken(BEFORE, scope);
    }

    /** One that came with the first tokens, when the scope was another API's still. */
    private String refreshToken(Instant grantedAt, String scope) {
        Grant grant = TestGrants.of(client, grantedAt, scope);
        return refreshTokens.issue(grant).token().reveal();
    }
}
