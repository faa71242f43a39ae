package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who forgot the password gets in again, by a letter. */
@InBrowser
class ForgottenPasswordTest {
    private static final String NEW_PASSWORD = "nine lanterns over calais";

    private final Suite stack;
    private final Visitors visitors;
    private final Visitor noa;
    private final Account account = Account.fresh();
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    ForgottenPasswordTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitors = visitors;
        this.noa = visitors.one();
    }

    @BeforeEach
    void noa_has_an_account() throws Exception {
        Visitor before = visitors.one();
        before.opens("/signup");
        SignUp.fillsIn(before, account).presses("Create account");
        before.opens(account.letters(stack).link("Confirm your e-mail address"));
        before.presses("Confirm");
    }

    @Test
    void the_application_that_waited_is_reached_with_a_new_password() throws Exception {
        noa.opens(site.registeredAs("Shop", stack).signIn());
        noa.follows("Forgot your password?");
        Screen sent = noa.types("E-mail address", account.email()).presses("Send the link");
        assertThat(sent.heading()).isEqualTo("Check your e-mail");

        Screen choice = noa.opens(link());
        assertThat(choice.value("User name")).isEqualTo(account.username());
        assertThat(choice.field("User name").isEditable()).isFalse();
        Screen changed = noa.types("New password", NEW_PASSWORD).presses("Change password");
        assertThat(changed.heading()).isEqualTo("Your password has been changed");

        noa.follows("Sign in to continue to Shop");
        noa.signsInAs(account.withPassword(NEW_PASSWORD));
        assertThat(noa.presses("Allow", site.callback()).heading()).isEqualTo("Welcome back");
    }

    @Test
    void a_password_that_is_easy_to_guess_leaves_the_link_as_it_is() throws Exception {
        asks();
        noa.opens(link());

        Screen refused = noa.types("New password", "password1").presses("Change password");
        assertThat(refused.fault("New password")).isNotEmpty();

        Screen changed = noa.types("New password", NEW_PASSWORD).presses("Change password");
        assertThat(changed.heading()).isEqualTo("Your password has been changed");
    }

    @Test
    void a_link_that_was_used_is_good_no_more() throws Exception {
        asks();
        URI link = link();
        noa.opens(link);
        noa.types("New password", NEW_PASSWORD).presses("Change password");

        assertThat(noa.opens(link).heading()).isEqualTo("This link has expired");
        assertThat(noa.follows("Get another link").heading()).isEqualTo("Forgot your password?");
    }

    private void asks() {
        noa.opens("/password-reset");
        noa.types("E-mail address", account.email()).presses("Send the link");
    }

    private URI link() throws Exception {
        return account.letters(stack).link("Choose a new password");
    }
}
