package guichet.authorization.protocol.flow;

import static guichet.authorization.protocol.flow.Visit.request;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.authorization.neighbour.RegistryNeighbour;
import guichet.kit.postgres.TestPostgres;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = RegistryNeighbour.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInTest {
    private final Visit visit = new Visit();

    @Test
    void nothing_tells_an_unknown_person_from_a_wrong_password() {
        String wrong = tries("alice", "not-it").asString();
        String unknown = tries("nobody", "not-it").asString();

        assertThat(wrong).contains("Wrong user name or password");
        assertThat(withoutFields(unknown, "nobody")).isEqualTo(withoutFields(wrong, "alice"));
    }

    @Test
    void the_name_is_kept_and_the_password_is_not() {
        var page = tries("alice", "hush-hush");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.asString()).contains("value=\"alice\"").doesNotContain("hush-hush");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        var signedIn = visit.signsIn(loginPage());

        assertThat(signedIn.getDetailedCookie("guichet_session").isHttpOnly()).isTrue();
        assertThat(signedIn.getDetailedCookie("guichet_session").getSameSite()).isEqualTo("Lax");
        assertThat(signedIn.getDetailedCookie("guichet_session").getPath()).isEqualTo("/");
    }

    @Test
    void each_sign_in_has_a_session_of_its_own() {
        String first = visit.signsIn(loginPage()).getCookie("guichet_session");

        var useAnotherAccount =
                Visit.path(visit.asks(request(RegistryNeighbour.client())))
                        .replace("/consent", "/login");
        var again = visit.browser().get(useAnotherAccount);
        String second = visit.signsIn(again).getCookie("guichet_session");

        assertThat(second).isNotEqualTo(first);
        var withFirst = given().cookie("guichet_session", first).get("/login").asString();
        assertThat(withFirst).contains("Sign in");
    }

    @Test
    void a_form_from_elsewhere_signs_nobody_in() {
        var page =
                visit.submits(
                        loginPage(),
                        Map.of(
                                "username", "alice",
                                "password", "alice-opens-the-door",
                                "csrf", "forged"));

        assertThat(Visit.path(page)).startsWith("/login?request=");
        assertThat(page.getCookie("guichet_session")).isNull();
    }

    @Test
    void after_five_wrong_guesses_a_name_rests_whether_or_not_it_is_known() {
        for (int guess = 0; guess < 5; guess++) {
            tries("mallory", "guess-" + guess);
        }

        var page = tries("Mallory", "another");

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.asString()).contains("Wait");
    }

    @Test
    void who_comes_without_an_application_can_sign_in_too() {
        var account = visit.follows(visit.signsIn(visit.browser().get("/login")));

        assertThat(account.asString()).contains("Your account").contains("Alice");
    }

    private Response loginPage() {
        return visit.follows(visit.asks(request(RegistryNeighbour.client())));
    }

    private Response tries(String username, String password) {
        return visit.submits(loginPage(), Map.of("username", username, "password", password));
    }

    private static String withoutFields(String page, String username) {
        return page.replaceAll("name=\"request\" value=\"[^\"]*\"", "")
                .replaceAll("\\?request=[^\"]*", "")
                .replace(username, "");
    }
}
