package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing out, RP-Initiated Logout 1.0 and Front-Channel Logout 1.0. */
@InBrowser
class SignOutTest {
    private final Suite stack;
    private final Visitor bob;
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    SignOutTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.bob = visitors.one();
    }

    @BeforeEach
    void bob_is_signed_in() {
        bob.opens("/login");
        bob.signsInAs(Account.bob());
    }

    @Test
    void who_decides_to_stay_stays() {
        bob.opens("/logout");

        assertThat(bob.presses("Stay signed in").heading()).isEqualTo("Your account");
    }

    @Test
    void who_has_signed_out_has_to_sign_in_again() {
        bob.opens("/account");
        bob.follows("Sign out");

        assertThat(bob.presses("Sign out").heading()).isEqualTo("You are signed out");
        assertThat(bob.opens("/account").heading()).isEqualTo("Sign in");
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void the_application_that_asked_is_named_and_gets_back_who_goes_on() {
        Client shop = site.registeredAs("Shop", stack);

        Screen question = bob.opens(shop.signOut(site.farewell()));
        assertThat(question.text()).contains("Shop asks whether you want to sign out");

        Screen done = bob.presses("Sign out");
        assertThat(done.heading()).isEqualTo("You are signed out");
        String where = "Continue to " + site.farewell().getAuthority();
        assertThat(bob.follows(where, site.farewell()).heading()).isEqualTo("Welcome back");
    }

    @Test
    @Tag("OIDC-FrontChannel-2")
    void applications_of_the_session_are_told_by_what_the_page_loads() throws Exception {
        String told = "\"frontchannel_logout_uri\": \"%s\"".formatted(site.at("/signed-out"));
        Client shop = site.registeredAs("Shop", stack, told);
        bob.opens(shop.signIn());
        bob.presses("Allow", site.callback());

        bob.opens("/logout");
        bob.presses("Sign out");

        assertThat(site.awaitsVisit(site.at("/signed-out"))).isEmpty();
    }

    @Test
    void who_is_not_signed_in_is_told_so() {
        bob.forgetsCookies();

        assertThat(bob.opens("/logout").heading()).isEqualTo("You are signed out");
    }
}
