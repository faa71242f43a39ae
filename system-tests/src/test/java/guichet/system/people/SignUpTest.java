package guichet.system.people;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Answer;
import guichet.system.actor.Application;
import guichet.system.actor.Browser;
import guichet.system.actor.Browser.Page;
import guichet.system.actor.Person.Redirect;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From nobody to somebody whom applications know, through the real pages and letters. */
@OnStack
class SignUpTest {
    private final Suite stack;
    private final Newcomer newcomer;
    private final Browser browser;
    private Application application;

    SignUpTest(Suite stack) {
        this.stack = stack;
        this.newcomer = Newcomer.to(stack);
        this.browser = new Browser(stack.issuer());
    }

    @BeforeEach
    void an_application() {
        application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Ciné Club", "redirect_uris": ["http://127.0.0.1:9999/cb"]}\
                                """);
    }

    @Test
    @Tag("OIDCPC-3")
    void who_makes_an_account_on_the_way_to_an_application_arrives_there() {
        Redirect back = signsUpForTheApplication();

        assertThat(back.get("state")).isEqualTo("s1");
        assertThat(userinfo(back).text("name")).isEqualTo("Noa Comer");
    }

    @Test
    @Tag("OIDCC-5.1")
    void the_link_in_the_letter_verifies_the_address_for_applications() throws Exception {
        Redirect back = signsUpForTheApplication();
        var before = userinfo(back);

        Page page = browser.open(newcomer.letters().link("Confirm your e-mail address"));
        Page confirmed = browser.submit(page, Map.of());
        var after = userinfo(newcomer.at(browser, Newcomer.PASSWORD).authorizes(request()));

        assertThat(before.text("email_verified")).isEqualTo("false");
        assertThat(confirmed.heading()).isEqualTo("Your e-mail address is confirmed");
        assertThat(after.text("email")).isEqualTo(newcomer.email());
        assertThat(after.text("email_verified")).isEqualTo("true");
    }

    @Test
    void who_has_signed_up_signs_in_at_another_application_in_another_browser() {
        signsUpForTheApplication();
        var elsewhere = new Browser(stack.issuer(), stack.application(""));

        Page films =
                newcomer.at(elsewhere, Newcomer.PASSWORD).visits(stack.application("/my-films"));

        assertThat(films.heading()).isEqualTo("My films");
        assertThat(films.html().select("nav bdi").text()).isEqualTo("Noa Comer");
    }

    @Test
    @Tag("OIDCC-3.1.2.1")
    void who_is_signed_in_is_offered_the_account_where_an_application_wants_a_choice() {
        signsUpForTheApplication();
        var parameters = application.parameters("openid profile email", "s2");
        parameters.put("prompt", "select_account");

        Page choice = browser.open(stack.http().issuer("/auth", parameters));
        Page back = browser.press(choice, "button[value=continue]");

        assertThat(choice.heading()).isEqualTo("Choose an account");
        assertThat(choice.html().expectFirst("button[value=continue]").text())
                .isEqualTo("Continue as Noa Comer");
        assertThat(back.address().toString())
                .startsWith(Application.REDIRECT_URI)
                .contains("code=gac_", "state=s2");
    }

    private Redirect signsUpForTheApplication() {
        Page signUp = browser.follow(browser.open(request()), "Create account");
        Page consent = newcomer.signsUp(browser, signUp);
        assertThat(consent.heading()).isEqualTo("Allow Ciné Club?");
        return newcomer.at(browser, Newcomer.PASSWORD).returnsFrom(consent);
    }

    private URI request() {
        return application.authorizationRequest("openid profile email", "s1");
    }

    private Answer userinfo(Redirect back) {
        return stack.http().get("/userinfo", application.redeems(back.code()).accessToken());
    }
}
