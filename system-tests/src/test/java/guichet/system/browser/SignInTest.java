package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The sign-in page, and what it says to who does not get in. */
@InBrowser
class SignInTest {
    private static final int FREE_ATTEMPTS = 5;

    private final Suite stack;
    private final Visitor visitor;
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    SignInTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitor = visitors.one();
    }

    @Test
    void who_is_sent_by_nobody_comes_to_their_account() {
        visitor.opens("/login");

        assertThat(visitor.signsInAs(Account.bob()).heading()).isEqualTo("Your account");
    }

    @Test
    void enter_in_the_last_field_signs_in() {
        visitor.opens("/login");
        visitor.types("User name", "bob").types("Password", Account.bob().password());

        assertThat(visitor.pressesEnterIn("Password").heading()).isEqualTo("Your account");
    }

    @Test
    void a_wrong_password_is_said_to_be_wrong_and_the_name_stays() {
        visitor.opens(site.registeredAs("Shop", stack).signIn());

        Screen screen = visitor.signsInAs(Account.fresh());

        assertThat(screen.title()).startsWith("Error: ");
        assertThat(screen.alert()).isEqualTo("Wrong user name or password.");
        assertThat(screen.value("User name")).startsWith("n");
        assertThat(screen.value("Password")).isEmpty();
        assertThat(screen.text()).contains("to continue to Shop");
    }

    @Test
    void too_many_attempts_have_to_wait() {
        Account nobody = Account.fresh();
        visitor.opens("/login");
        for (int attempt = 0; attempt < FREE_ATTEMPTS; attempt++) {
            visitor.signsInAs(nobody);
        }

        assertThat(visitor.signsInAs(nobody).alert()).startsWith("Too many attempts. Wait ");
    }

    @Test
    void a_page_whose_cookies_are_lost_says_what_to_do() {
        visitor.opens("/login");
        visitor.forgetsCookies();

        Screen screen = visitor.signsInAs(Account.bob());

        assertThat(screen.heading()).isEqualTo("This page is out of date");
        assertThat(screen.alert()).contains("allow cookies");
    }
}
