package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.request;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A browser that several people use one after another, and one person in several tabs. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RenewedBrowserTest {
    private static final String COOKIE = "guichet_browser";

    private final Visit visit = new Visit();
    private Response asked;
    private Response login;

    @BeforeEach
    void askToSignIn() {
        asked = visit.asks(request(RegistryNeighbour.client()));
        login = visit.follows(asked);
    }

    @Test
    void signing_in_and_signing_out_each_give_the_browser_another_cookie() {
        String before = asked.getCookie(COOKIE);

        String signedIn = visit.signsIn(login).getCookie(COOKIE);
        String signedOut = signsOut().getCookie(COOKIE);

        assertThat(signedIn).startsWith("gbr_").isNotEqualTo(before);
        assertThat(signedOut).startsWith("gbr_").isNotIn(before, signedIn);
    }

    @Test
    void who_used_the_browser_before_does_not_know_what_forms_prove_themselves_with() {
        var consent = visit.follows(visit.signsIn(login));

        var answer = visit.submits(consent, Map.of("decision", "allow", "csrf", Visit.csrf(login)));

        assertThat(Visit.path(answer)).startsWith("/consent?request=");
    }

    @Test
    void a_request_of_another_tab_goes_on_after_signing_in() {
        var otherTab = visit.follows(visit.asks(request(RegistryNeighbour.client())));
        visit.signsIn(login);

        var answer = visit.signsIn(otherTab);
        var back = visit.submits(visit.follows(answer), Map.of("decision", "allow"));

        assertThat(Visit.path(answer)).startsWith("/consent?request=");
        assertThat(Visit.parameter(back, "code")).startsWith("gac_");
    }

    @Test
    void a_request_of_another_tab_waits_for_somebody_to_sign_in_after_signing_out() {
        var otherTab = visit.follows(visit.signsIn(login));
        signsOut();

        var answer = visit.submits(otherTab, Map.of("decision", "allow"));

        assertThat(Visit.path(answer)).startsWith("/login?request=");
        assertThat(visit.follows(answer).statusCode()).isEqualTo(200);
    }

    @Test
    void a_cookie_of_before_finds_no_request_any_more() {
        String before = asked.getCookie(COOKIE);
        visit.signsIn(login);

        var stranger = new Visit().browser().cookie(COOKIE, before);

        assertThat(stranger.urlEncodingEnabled(false).get(Visit.path(asked)).statusCode())
                .isEqualTo(400);
    }

    private Response signsOut() {
        return visit.submits(visit.browser().get("/logout"), Map.of("decision", "sign_out"));
    }
}
