package guichet.system.people;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Application;
import guichet.system.actor.Browser;
import guichet.system.actor.Browser.Page;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who forgot the password gets in again, by a letter; nobody else stays in. */
@OnStack
class PasswordResetTest {
    private static final String NEW_PASSWORD = "nine lanterns over calais";

    private final Suite stack;
    private final Newcomer newcomer;
    private final Browser browser;

    PasswordResetTest(Suite stack) {
        this.stack = stack;
        this.newcomer = Newcomer.to(stack);
        this.browser = new Browser(stack.issuer());
    }

    @BeforeEach
    void has_an_account() throws Exception {
        newcomer.signsUp(browser, browser.open(newcomer.issuer("/signup")));
        newcomer.provesAddress(browser);
    }

    @Test
    void a_password_reset_by_letter_ends_every_other_session() throws Exception {
        var laptop = new Browser(stack.issuer());
        newcomer.signsIn(laptop, Newcomer.PASSWORD);
        assertThat(newcomer.isSignedIn(browser)).isTrue();
        assertThat(newcomer.isSignedIn(laptop)).isTrue();

        var phone = new Browser(stack.issuer());
        asksForLink(phone, phone.open(newcomer.issuer("/login")));
        chooses(phone);

        assertThat(newcomer.isSignedIn(browser)).isFalse();
        assertThat(newcomer.isSignedIn(laptop)).isFalse();
    }

    @Test
    void afterwards_only_the_new_password_is_good_and_the_person_is_told() throws Exception {
        var phone = new Browser(stack.issuer());
        asksForLink(phone, phone.open(newcomer.issuer("/login")));
        chooses(phone);

        assertThat(newcomer.signsIn(phone, Newcomer.PASSWORD).status()).isEqualTo(403);
        assertThat(newcomer.signsIn(phone, NEW_PASSWORD).heading()).isEqualTo("Your account");
        assertThat(newcomer.letters().letter("Your password was changed"))
                .contains(newcomer.username());
    }

    @Test
    void the_request_that_waited_goes_on_with_the_new_password() throws Exception {
        Application application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Ciné Club", "redirect_uris": ["http://127.0.0.1:9999/cb"]}\
                                """);
        var phone = new Browser(stack.issuer());
        asksForLink(phone, phone.open(application.authorizationRequest("movies:read", "s1")));
        Page changed = chooses(phone);

        Page login = phone.follow(changed, "Sign in to continue to Ciné Club");
        Page consent =
                phone.submit(
                        login, Map.of("username", newcomer.username(), "password", NEW_PASSWORD));
        var back = newcomer.at(phone, NEW_PASSWORD).returnsFrom(consent);

        assertThat(back.get("state")).isEqualTo("s1");
        assertThat(application.redeems(back.code()).status()).isEqualTo(200);
    }

    private void asksForLink(Browser where, Page login) {
        Page asked =
                where.submit(
                        where.follow(login, "Forgot your password"),
                        Map.of("email", newcomer.email()));
        assertThat(asked.heading()).isEqualTo("Check your e-mail");
    }

    private Page chooses(Browser where) throws Exception {
        Page page = where.open(newcomer.letters().link("Choose a new password"));
        Page changed = where.submit(page, Map.of("password", NEW_PASSWORD));
        assertThat(changed.heading()).isEqualTo("Your password has been changed");
        return changed;
    }
}
