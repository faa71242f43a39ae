package guichet.moviesapp.signin;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.moviesapp.neighbour.MoviesApi;
import guichet.moviesapp.neighbour.Provider;
import guichet.moviesapp.visit.Visit;
import guichet.moviesapp.visit.Visit.Page;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Provider.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = MoviesApi.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignInTest {
    private final Visit visit = new Visit();

    @BeforeEach
    void neighbours_behave() {
        Provider.behaves();
        MoviesApi.behaves();
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    @Tag("RFC7636-4.3")
    void a_guest_is_sent_to_the_provider_with_pkce_and_nonce() {
        visit.opens("/my-films");

        assertThat(Provider.lastAuthorizationRequest())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "movies-app")
                .containsEntry("code_challenge_method", "S256")
                .hasEntrySatisfying("redirect_uri", it -> assertThat(it).endsWith("/sign-in"))
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(Provider.lastAuthorizationRequest().get("scope").split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "movies:read", "movies:write");
    }

    @Test
    @Tag("OIDC-Core-3.1.3.1")
    void the_code_is_exchanged_with_the_secret_and_the_verifier() {
        visit.signsIn();

        assertThat(Provider.lastTokenRequest())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "a-code")
                .containsEntry("client_id", "movies-app")
                .containsEntry("client_secret", "a+secret/of:movies-app%in=the tests of movies-app")
                .containsKeys("code_verifier", "redirect_uri");
    }

    @Test
    void after_signing_in_one_is_where_one_wanted_to_be() {
        Page page = visit.opens("/my-films?page=0");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.address().getPath()).isEqualTo("/my-films");
        assertThat(page.heading()).isEqualTo("My films");
    }

    @Test
    @Tag("OIDC-Core-5.3")
    void every_page_greets_by_the_name_that_userinfo_tells_and_escapes_it() {
        visit.signsIn();

        Page home = visit.opens("/");

        assertThat(home.html().select("nav bdi").text()).isEqualTo("Alice <3");
        assertThat(home.html().text()).contains("signed in as Alice <3");
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void who_refuses_is_told_so() {
        Provider.refuses("access_denied");

        Page page = visit.opens("/my-films");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.heading()).isEqualTo("You refused");
        assertThat(visit.hasSession()).isFalse();
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void any_other_error_is_named_by_its_code_and_not_by_words_of_a_link() {
        Provider.refuses("temporarily_unavailable");

        Page page = visit.opens("/my-films");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("temporarily_unavailable").doesNotContain("0900");
        assertThat(visit.opens("/sign-in-refused?error=Call%200900").body()).doesNotContain("0900");
    }

    @ParameterizedTest
    @MethodSource
    @Tag("OIDC-Core-3.1.3.7")
    void an_id_token_that_is_not_right_signs_nobody_in(UnaryOperator<JwtClaims> lie) {
        Provider.lies(lie);

        Page page = visit.opens("/my-films");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("Signing in did not work");
        assertThat(visit.hasSession()).isFalse();
    }

    static Stream<UnaryOperator<JwtClaims>> an_id_token_that_is_not_right_signs_nobody_in() {
        return Stream.of(
                claims -> with(claims, "iss", "https://evil.example"),
                claims -> with(claims, "aud", "another-application"),
                claims -> with(claims, "nonce", "of-another-request"),
                claims -> with(claims, "exp", 1));
    }

    private static JwtClaims with(JwtClaims claims, String name, Object value) {
        claims.setClaim(name, value);
        return claims;
    }

    @Test
    @Tag("RFC6749-10.12")
    void an_answer_that_this_browser_did_not_ask_for_signs_nobody_in() {
        Page asked = visit.open("/my-films");
        var somebodyElse = new Visit();

        Page page = somebodyElse.open("/sign-in?code=a-code&state=" + state(asked));

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().toString()).startsWith(Provider.issuer() + "/auth?");
        assertThat(somebodyElse.hasSession()).isFalse();
    }

    @Test
    void an_answer_without_its_cookie_is_explained() {
        Page page = visit.open("/sign-in?code=a-code&state=s", Provider.issuer() + "/auth");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("Signing in did not work");
    }

    private static String state(Page redirect) {
        return redirect.location().getQuery().replaceAll(".*[?&]?state=([^&]*).*", "$1");
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void signing_out_ends_the_session_here_and_asks_the_provider_to() {
        visit.signsIn();

        Page out = visit.press(visit.opens("/"), "form[action=/sign-out] button");

        assertThat(out.location().toString())
                .startsWith(Provider.issuer() + "/logout?")
                .contains("id_token_hint=ey", "state=")
                .containsPattern("post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A\\d+%2F&");
        assertThat(visit.hasSession()).isFalse();
    }

    @Test
    void who_is_not_signed_in_and_signs_out_goes_home() {
        Page signedIn = visit.signsIn().opens("/");
        visit.press(signedIn, "form[action=/sign-out] button");

        Page again = visit.press(signedIn, "form[action=/sign-out] button");

        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).hasPath("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-token-that-somebody-made-up"})
    void nobody_is_signed_out_by_a_form_from_elsewhere(String token) {
        visit.signsIn();

        Page page = visit.post("/sign-out", Map.of("csrf-token", token));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("This cannot be done");
        assertThat(visit.hasSession()).isTrue();
    }

    @Test
    void nobody_is_signed_out_by_a_link() {
        visit.signsIn();

        Page page = visit.open("/sign-out");

        assertThat(page.status()).isEqualTo(405);
        assertThat(visit.hasSession()).isTrue();
    }
}
