package guichet.authorization.protocol.identity;

import static guichet.authorization.protocol.flow.Visit.parameter;
import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.authorization.people.person.People;
import guichet.authorization.protocol.claim.ClaimDemand;
import guichet.authorization.protocol.claim.ClaimsRequest;
import guichet.authorization.protocol.claim.Extent;
import guichet.authorization.protocol.flow.Visit;
import guichet.authorization.protocol.grant.Authentications;
import guichet.authorization.protocol.grant.Grant;
import guichet.authorization.protocol.grant.PersonGrant;
import guichet.kit.postgres.TestPostgres;
import guichet.oauth.Scope;
import guichet.oauth.openid.StandardClaim;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person approved is what is told, OpenID Connect Core §3.1.2.4. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("OIDCC-3.1.2.4")
class ApprovedClaimsTest {
    private static final String TELEPHONE = "See your telephone number";
    private static final String EMAIL = "See your e-mail address";

    private final Visit visit = new Visit();
    private final String client = registeredFor("openid email phone movies:read");

    @Inject IdentityClaims claims;
    @Inject People people;

    @Test
    void a_claim_that_is_asked_for_is_on_the_page_in_words() {
        Response page =
                visit.reachesConsent(
                        asking(
                                "openid",
                                "{\"userinfo\": {\"phone_number\": null}, \"id_token\":"
                                        + " {\"email\": {\"essential\": true}}}"));

        assertThat(lines(page)).contains(TELEPHONE, EMAIL).hasSize(3);
    }

    @Test
    void one_that_a_scope_beside_it_opens_is_there_once() {
        Response page = visit.reachesConsent(asking("openid email", claim("email")));

        assertThat(lines(page)).containsOnlyOnce(EMAIL).hasSize(2);
    }

    @Test
    @Tag("OIDCC-3.1.2.6")
    void with_prompt_none_one_that_was_not_approved_is_sent_back_with_consent_required() {
        visit.authorizes(asking("openid", "{}"));
        Map<String, String> asked = asking("openid", claim("phone_number"));
        asked.put("prompt", "none");

        Response back = visit.asks(asked);

        assertThat(parameter(back, "error")).isEqualTo("consent_required");
    }

    @Test
    void one_that_was_not_approved_yet_brings_the_page_again() {
        visit.authorizes(asking("openid", claim("email")));

        Response page = visit.follows(visit.asks(asking("openid", claim("phone_number"))));

        assertThat(lines(page)).contains(TELEPHONE);
    }

    @Test
    void one_that_was_approved_is_remembered() {
        visit.authorizes(asking("openid", claim("phone_number")));

        Response back = visit.asks(asking("openid", claim("phone_number")));

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    void what_was_refused_is_not_remembered() {
        Map<String, String> asked = asking("openid", claim("phone_number"));
        visit.submits(visit.reachesConsent(asked), Map.of("decision", "deny"));

        assertThat(visit.asks(asked).header("Location")).contains("/consent?request=");
    }

    @Test
    @Tag("OIDCC-5.4")
    void one_that_an_approved_scope_opens_needs_no_asking_of_its_own() {
        visit.authorizes(asking("openid phone", "{}"));

        Response back = visit.asks(asking("openid", claim("phone_number")));

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    @Test
    @Tag("OIDCC-5.4")
    void a_scope_says_more_than_its_claims_and_is_asked_for() {
        visit.authorizes(asking("openid", claim("phone_number")));

        assertThat(visit.asks(asking("openid phone", "{}")).header("Location"))
                .contains("/consent?request=");
    }

    @Test
    void what_was_approved_for_one_application_is_not_approved_for_another() {
        visit.authorizes(asking("openid", claim("email")));
        Map<String, String> asked = asking("openid", claim("email"));
        asked.put("client_id", registeredFor("openid email"));

        assertThat(visit.asks(asked).header("Location")).contains("/consent?request=");
    }

    @Test
    void one_of_a_scope_that_the_client_did_not_register_is_not_asked_for() {
        Map<String, String> asked = asking("openid", claim("phone_number"));
        asked.put("client_id", registeredFor("openid email"));

        Response page = visit.reachesConsent(asked);

        assertThat(lines(page)).hasSize(1).doesNotContain(TELEPHONE);
    }

    @Test
    @Tag("OIDCC-3.1.2.1")
    void without_openid_none_is_asked_for() {
        Response page = visit.reachesConsent(asking("movies:read", claim("phone_number")));

        assertThat(lines(page)).hasSize(1).doesNotContain(TELEPHONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acr", "auth_time", "sub", "shoe_size"})
    @Tag("OIDCC-5.5.1.1")
    void what_is_said_of_the_sign_in_or_is_unknown_needs_no_approval(String name) {
        visit.authorizes(asking("openid", "{}"));

        Response back =
                visit.asks(
                        asking(
                                "openid",
                                "{\"id_token\": {\"%s\": {\"essential\": true}}}".formatted(name)));

        assertThat(parameter(back, "code")).startsWith("gac_");
    }

    /** As of a grant of before there was an approval of claims. */
    @ParameterizedTest
    @EnumSource
    void a_claim_that_was_not_on_the_page_is_in_no_answer(Answer answer) {
        var grant = grantOf(Extent.of(Scope.of("openid")));

        assertThat(answer.of(claims, grant)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_that_was_on_the_page_is_in_each_answer_that_it_was_asked_for(Answer answer) {
        var grant = grantOf(new Extent(Scope.of("openid"), Set.of(StandardClaim.PHONE_NUMBER)));

        assertThat(answer.of(claims, grant)).containsOnlyKeys("phone_number");
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_that_the_client_is_registered_for_no_more_is_in_no_answer(Answer answer) {
        var grant =
                grantOf(new Extent(Scope.of("openid"), Set.of(StandardClaim.PHONE_NUMBER)))
                        .within(Scope.parse("openid email"));

        assertThat(answer.of(claims, grant)).isEmpty();
    }

    /** What there is to answer. */
    private enum Answer {
        ID_TOKEN,
        LONE_ID_TOKEN,
        FULL_ID_TOKEN,
        /** And full ID tokens of a refresh. */
        USERINFO;

        Map<String, Object> of(IdentityClaims claims, PersonGrant grant) {
            return switch (this) {
                case ID_TOKEN -> claims.forIdToken(grant);
                case LONE_ID_TOKEN -> claims.forLoneIdToken(grant);
                case FULL_ID_TOKEN -> claims.forFullIdToken(grant);
                case USERINFO -> claims.forUserinfo(grant, grant.grant().scope());
            };
        }
    }

    /** One whose client asked for everything by name, everywhere. */
    private PersonGrant grantOf(Extent approved) {
        UUID alice = people.findByUsername("alice").orElseThrow().id();
        var grant =
                new Grant(
                        UUID.randomUUID(),
                        alice,
                        client,
                        alice.toString(),
                        approved.scope(),
                        List.of(),
                        Instant.now(),
                        Authentications.byPassword(Instant.now()));
        var all =
                Arrays.stream(StandardClaim.values())
                        .collect(
                                Collectors.toMap(StandardClaim::claim, _ -> ClaimDemand.VOLUNTARY));
        return new PersonGrant(grant, approved, new ClaimsRequest(all, all));
    }

    private static String registeredFor(String scope) {
        return RegistryNeighbour.client(
                "\"client_name\": \"Ciné\", \"scope\": \"%s\"".formatted(scope));
    }

    private Map<String, String> asking(String scope, String claims) {
        Map<String, String> parameters = request(client);
        parameters.put("scope", scope);
        parameters.put("claims", claims);
        return parameters;
    }

    private static String claim(String name) {
        return "{\"userinfo\": {\"%s\": null}}".formatted(name);
    }

    private static List<String> lines(Response page) {
        return Jsoup.parse(page.asString()).select("main li").eachText();
    }
}
