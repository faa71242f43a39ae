package guichet.authorization.protocol.identity;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.Said;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.time.TestClock;
import guichet.kit.contract.Callee;
import guichet.kit.contract.Golden;
import guichet.kit.contract.GoldenSource;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-5.5")
class ClaimsRequestTest {
    @Inject TestClock clock;

    private final Visit visit = new Visit();
    private final String client =
            RegistryNeighbour.client(
                    "\"client_name\": \"Ciné\", \"scope\": \"openid profile email movies:read\"");

    @AfterEach
    void setTheClock() {
        clock.reset();
    }

    @Test
    void a_claim_named_for_the_id_token_comes_with_the_code() {
        var redemption =
                redeem(
                        claims(
                                "{\"id_token\": {\"name\": {\"essential\": true}, \"email\":"
                                        + " null}}"));

        redemption
                .body("id_token_claims.name", equalTo("Alice Martin"))
                .body("id_token_claims", not(hasKey("preferred_username")));
    }

    @Test
    @Tag("OIDCC-5.4")
    void what_a_scope_opens_is_for_userinfo_and_not_for_the_id_token() {
        var asked = openIdRequest("openid profile");

        var redemption = redeem(asked);

        redemption.body("id_token_claims", equalTo(Map.of()));
        userinfo(redemption, "openid profile").body("name", equalTo("Alice Martin"));
    }

    @Test
    @Tag("OIDCC-5.4")
    void where_the_id_token_is_to_have_it_what_userinfo_says_comes_with_the_code() {
        Map<String, String> asked =
                claims(
                        "{\"id_token\": {\"email\": null},"
                                + " \"userinfo\": {\"email_verified\": null}}");
        asked.put("scope", "openid profile");

        redeemForAll(asked)
                .body("id_token_claims.name", equalTo("Alice Martin"))
                .body("id_token_claims", hasKey("email"))
                .body("id_token_claims", hasKey("email_verified"));
    }

    @Test
    @Tag("OIDCC-3.1.2.1")
    void without_openid_there_is_nothing_for_an_id_token_to_say() {
        redeemForAll(openIdRequest("profile")).body("id_token_claims", equalTo(Map.of()));
    }

    @Test
    void a_claim_named_for_userinfo_needs_no_scope() {
        var redemption = redeem(claims("{\"userinfo\": {\"preferred_username\": null}}"));

        userinfo(redemption, "openid")
                .body("preferred_username", equalTo("alice"))
                .body("", not(hasKey("name")));
    }

    @Test
    @Tag("RFC6749-6")
    void userinfo_says_no_more_than_the_scope_of_the_token_opens() {
        var redemption = redeem(openIdRequest("openid profile"));

        userinfo(redemption, "openid").body("", not(hasKey("name")));
    }

    @Test
    void a_grant_that_is_not_there_opens_nothing() {
        ask(UUID.randomUUID().toString(), "openid").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "[]",
                "{\"id_token\": []}",
                "{\"id_token\": {\"name\": \"Alice\"}}",
                "{\"userinfo\": \"name\"}"
            })
    void what_is_no_object_of_objects_is_refused(String claims) {
        var back = visit.asks(claims(claims));

        assertThat(parameter(back, "error")).isEqualTo("invalid_request");
        assertThat(parameter(back, "error_description")).contains("claims");
    }

    @Test
    @Tag("OIDCC-5.5.1.1")
    void an_essential_acr_that_is_not_to_be_had_is_refused() {
        var back =
                visit.asks(
                        claims(
                                "{\"id_token\": {\"acr\": {\"essential\": true,"
                                        + " \"values\": [\"urn:mace:incommon:iap:silver\"]}}}"));

        assertThat(parameter(back, "error")).isEqualTo("unmet_authentication_requirements");
    }

    @Test
    @Tag("OIDCC-5.5.1.1")
    void an_essential_acr_that_is_to_be_had_stops_nobody() {
        var page =
                visit.asks(
                        claims(
                                "{\"id_token\": {\"acr\": {\"essential\": true,"
                                        + " \"values\": [\"urn:guichet:acr:password\"]}}}"));

        assertThat(page.header("Location")).contains("/login?request=");
    }

    @Test
    @Tag("OIDCC-5.5.1")
    void somebody_else_than_the_subject_asked_for_is_sent_back() {
        var asked = claims("{\"id_token\": {\"sub\": {\"value\": \"somebody else\"}}}");

        var back = visit.signsIn(visit.follows(visit.asks(asked)));

        assertThat(parameter(back, "error")).isEqualTo("login_required");
    }

    private Map<String, String> claims(String claims) {
        Map<String, String> parameters = openIdRequest("openid");
        parameters.put("claims", claims);
        return parameters;
    }

    private Map<String, String> openIdRequest(String scope) {
        Map<String, String> parameters = request(client);
        parameters.put("scope", scope);
        return parameters;
    }

    private ValidatableResponse redeem(Map<String, String> request) {
        return redeem(request, false);
    }

    /** For a client that reads in its ID token what userinfo says. */
    private ValidatableResponse redeemForAll(Map<String, String> request) {
        return redeem(request, true);
    }

    private ValidatableResponse redeem(Map<String, String> request, boolean userinfoClaims) {
        String code = parameter(visit.authorizes(request), "code");
        Golden redemption =
                Visit.redemption(Golden.today("codes-redeemed"), client, code)
                        .with("request.userinfo_claims", userinfoClaims)
                        .without("request.registered_scope")
                        .without("request.resources");
        return Callee.call(redemption).then().statusCode(200);
    }

    private static ValidatableResponse userinfo(ValidatableResponse redemption, String scope) {
        return ask(redemption.extract().path("grant.grant_id"), scope).statusCode(200);
    }

    private static ValidatableResponse ask(String grantId, String scope) {
        Golden question =
                Golden.today("claims")
                        .without("request.registered_scope")
                        .with("request.grant_id", grantId)
                        .with("request.scope", scope);
        return Callee.call(question).then();
    }

    @ParameterizedTest
    @GoldenSource("claims")
    void they_are_answered_as_the_contract_has_it(Golden golden) {
        String grantId =
                redeem(openIdRequest(golden.text("request.scope")))
                        .extract()
                        .path("grant.grant_id");

        Callee.check(golden.with("request.grant_id", grantId));
    }

    @ParameterizedTest
    @GoldenSource("claims-for-access-tokens")
    @Tag("RFC9068-2.2.3.1")
    void for_access_tokens_roles_and_groups_are_among_them(Golden golden) {
        Said.of("alice", List.of("critic", "editor"), List.of("staff"));
        String grantId =
                redeem(openIdRequest(golden.text("request.scope")))
                        .extract()
                        .path("grant.grant_id");

        Callee.check(golden.with("request.grant_id", grantId));
    }

    @Test
    @Tag("RFC9068-2.2.3.1")
    void for_userinfo_roles_and_groups_are_not_even_if_they_are_asked_for_by_name() {
        Said.of("alice", List.of("editor"), List.of("staff"));
        String wanted = "{\"roles\": null, \"groups\": {\"essential\": true}}";
        var redemption =
                redeemForAll(
                        claims("{\"userinfo\": %s, \"id_token\": %s}".formatted(wanted, wanted)));

        redemption.body("id_token_claims", not(hasKey("roles")));
        userinfo(redemption, "openid")
                .body("", not(hasKey("roles")))
                .body("", not(hasKey("groups")));
    }

    @Test
    void they_are_told_no_further_than_token_service_says_that_the_client_may_have() {
        String grantId = redeem(openIdRequest("openid email")).extract().path("grant.grant_id");
        Golden question = Golden.today("claims").with("request.grant_id", grantId);

        Callee.call(question).then().statusCode(200).body("", hasKey("email"));
        Callee.call(question.with("request.registered_scope", "openid"))
                .then()
                .statusCode(200)
                .body("", not(hasKey("email")));
    }

    @Test
    void while_the_registry_is_away_they_are_told_where_nobody_ever_saw_the_client() {
        String grantId = redeem(openIdRequest("openid email")).extract().path("grant.grant_id");
        clock.pass(Duration.ofMinutes(15)); // what was known of it is not used any more
        RegistryNeighbour.failsFor(client);

        Callee.call(Golden.today("claims").with("request.grant_id", grantId))
                .then()
                .statusCode(200)
                .body("", hasKey("email"));
    }

    @ParameterizedTest
    @GoldenSource("claims-ended")
    void of_a_grant_that_is_gone_nothing_is_told(Golden golden) {
        Callee.check(golden);
    }
}
