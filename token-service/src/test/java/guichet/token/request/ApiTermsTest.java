package guichet.token.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an API says of tokens for it: how long they are good, and what they tell of the person. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiTermsTest {
    private static final String ALICE =
            "{\"email\": \"alice@example.com\", \"email_verified\": true, \"sub\": \"mallory\"}";

    private final String client = Neighbours.clientWithScope("openid email club:read movies:read");
    private final UUID grant = UUID.randomUUID();

    @Test
    void a_token_is_good_for_as_long_as_its_api_wants() throws Exception {
        Neighbours.tellsClaims(grant, "{}");

        var answer = redeemed("club:read");

        answer.body("expires_in", equalTo(120));
        Map<String, Object> claims = claims(answer);
        assertThat((Long) claims.get("exp") - (Long) claims.get("iat")).isEqualTo(120);
    }

    @Test
    @Tag("RFC9068-2.2.2")
    void it_tells_of_the_person_what_the_api_wants_of_what_the_client_may_know() throws Exception {
        Neighbours.tellsClaims(grant, ALICE);

        Map<String, Object> claims = claims(redeemed("openid email club:read"));

        assertThat(claims).containsEntry("email", "alice@example.com");
        assertThat(claims).doesNotContainKeys("email_verified", "name");
        assertThat(claims.get("sub")).isEqualTo(Neighbours.PERSON);
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void it_tells_the_roles_and_groups_as_arrays_and_none_as_nothing() throws Exception {
        String told = "{\"roles\": [\"critic\", \"editor\"], \"entitlements\": [\"all\"]}";
        String opened = Neighbours.grant(grant, client, "club:read", "");

        var claims = claims(redeems(Neighbours.codeWithAccessTokenClaims(opened, told)));

        assertThat(claims).containsEntry("roles", List.of("critic", "editor"));
        assertThat(claims).doesNotContainKeys("groups", "entitlements");
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void a_refreshed_one_tells_those_that_the_person_has_then() throws Exception {
        Neighbours.tellsAccessTokenClaims(grant, "{\"roles\": [\"editor\"]}");
        var first = redeemed("club:read");
        Neighbours.tellsAccessTokenClaims(grant, "{\"groups\": [\"staff\"]}");

        var second = claims(TokenCall.refresh(client, first.extract().path("refresh_token")));

        assertThat(claims(first)).containsEntry("roles", List.of("editor"));
        assertThat(second).containsEntry("groups", List.of("staff")).doesNotContainKey("roles");
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void neither_an_id_token_nor_a_token_for_another_api_tells_them() throws Exception {
        String reader = Neighbours.openIdClient("\"userinfo_claims_in_id_token\": true");
        String told = "{\"roles\": [\"editor\"], \"groups\": [\"staff\"]}";
        Neighbours.tellsClaims(grant, "{}");
        Neighbours.tellsAccessTokenClaims(grant, told);
        String username =
                Neighbours.personOf(
                        Neighbours.grant(grant, reader, "openid seats:read", ""), "{}", told);

        var answer =
                TokenCall.withSecret(
                        reader,
                        Map.of(
                                "grant_type", "password",
                                "username", username,
                                "password", "any",
                                "scope", "openid"));

        assertThat(claims(answer)).doesNotContainKeys("roles", "groups");
        assertThat(claims(answer, "id_token")).doesNotContainKeys("roles", "groups");
    }

    @Test
    void for_an_api_that_wants_nothing_nobody_is_asked() throws Exception {
        Neighbours.knowsNoMore(grant);

        assertThat(claims(redeemed("openid email seats:read"))).doesNotContainKey("email");
    }

    @Test
    void no_refresh_token_is_lost_while_nobody_can_say_who_the_person_is() throws Exception {
        Neighbours.tellsClaims(grant, ALICE);
        String refreshToken = redeemed("openid email club:read").extract().path("refresh_token");

        try (var _ = Neighbours.claimsAway()) {
            TokenCall.refresh(client, refreshToken)
                    .statusCode(503)
                    .body("error", equalTo("temporarily_unavailable"));
        }

        assertThat(claims(TokenCall.refresh(client, refreshToken)))
                .containsEntry("email", "alice@example.com");
    }

    @Test
    void what_came_with_the_grant_is_not_asked_for_when_the_code_is_spent() throws Exception {
        String opened = Neighbours.grant(grant, client, "openid email club:read", "");
        String code =
                Neighbours.codeWithAccessTokenClaims(
                        opened, "{\"email\": \"alice@example.com\", \"locale\": \"fr\"}");

        try (var _ = Neighbours.claimsAway()) {
            assertThat(claims(redeems(code)))
                    .containsEntry("email", "alice@example.com")
                    .doesNotContainKey("locale");
        }
    }

    @Test
    void nor_what_came_with_it_for_a_password() throws Exception {
        String reader = Neighbours.openIdClient("\"userinfo_claims_in_id_token\": true");
        String username =
                Neighbours.personOf(
                        Neighbours.grant(grant, reader, "openid email club:read", ""),
                        "{\"name\": \"Alice\"}",
                        "{\"email\": \"alice@example.com\"}");

        try (var _ = Neighbours.claimsAway()) {
            var answer =
                    TokenCall.withSecret(
                            reader,
                            Map.of(
                                    "grant_type", "password",
                                    "username", username,
                                    "password", "any",
                                    "scope", "openid email"));
            assertThat(claims(answer)).containsEntry("email", "alice@example.com");
            assertThat(claims(answer, "id_token")).containsEntry("name", "Alice");
        }
    }

    private ValidatableResponse redeems(String code) {
        return TokenCall.withSecret(
                client, Map.of("grant_type", "authorization_code", "code", code));
    }

    private ValidatableResponse redeemed(String scope) {
        return redeems(Neighbours.codeOf(Neighbours.grant(grant, client, scope, "")));
    }

    private static Map<String, Object> claims(ValidatableResponse answer) throws Exception {
        return claims(answer, "access_token");
    }

    private static Map<String, Object> claims(ValidatableResponse answer, String which)
            throws Exception {
        String token = answer.statusCode(200).extract().path(which);
        return JsonUtil.parseJson(
                new String(
                        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                        StandardCharsets.UTF_8));
    }
}
