package guichet.system.browser;

import static guichet.system.browser.Circumstances.DESKTOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An application whose address for answers sends people on to another origin. Chromium holds every
 * hop that answers a form to the page's {@code form-action}, CSP Level 3 §6.4.1.
 */
@InBrowser
class RedirectingCallbackTest {
    private final Suite stack;
    private final Visitors visitors;
    @AutoClose private final ApplicationSite site = new ApplicationSite();
    @AutoClose private final ApplicationSite other = new ApplicationSite();
    private final URI home = other.atLocalhost("/home");
    private final Client shop;

    RedirectingCallbackTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitors = visitors;
        this.shop = site.registeredAs("Shop", stack);
    }

    @BeforeEach
    void the_application_sends_people_on() {
        site.sendsOn(site.callback(), home);
        site.sendsOn(site.farewell(), home);
    }

    @ParameterizedTest
    @EnumSource
    void who_approves_arrives(Circumstances circumstances) {
        Visitor bob = visitors.one(circumstances);
        bob.opens(shop.signIn());
        bob.signsInAs(Account.bob());

        assertThat(bob.presses("Allow", home).heading()).isEqualTo("Welcome back");
    }

    @Test
    void who_refuses_arrives() {
        Visitor bob = signedIn();
        bob.opens(shop.signIn());

        assertThat(bob.presses("Refuse", home).heading()).isEqualTo("Welcome back");
    }

    @Test
    void who_signs_in_and_approved_before_arrives() {
        approved();
        Visitor bob = visitors.one();
        bob.opens(shop.signIn());
        bob.types("User name", "bob").types("Password", Account.bob().password());

        assertThat(bob.presses("Sign in", home).heading()).isEqualTo("Welcome back");
    }

    @Test
    void who_chooses_an_account_and_approved_before_arrives() {
        Visitor bob = approved();
        bob.opens(shop.signIn(Map.of("prompt", "select_account")));

        Screen arrived = bob.presses("Continue as Bob Miller", home);

        assertThat(arrived.heading()).isEqualTo("Welcome back");
    }

    @Test
    void who_makes_an_account_arrives() {
        Visitor noa = visitors.one();
        noa.opens(shop.signIn());
        noa.follows("Create account");
        SignUp.fillsIn(noa, Account.fresh()).presses("Create account");

        assertThat(noa.presses("Allow", home).heading()).isEqualTo("Welcome back");
    }

    @Test
    @Tag("OAuth-Form-Post-2")
    void who_carries_the_answer_in_a_form_arrives() {
        Visitor bob = signedIn();
        bob.opens(shop.signIn(Map.of("response_mode", "form_post")));

        assertThat(bob.presses("Allow", home).heading()).isEqualTo("Welcome back");
    }

    @Test
    @Tag("OAuth-Form-Post-2")
    void who_carries_it_without_scripts_arrives() {
        Visitor bob = visitors.one(Circumstances.PHONE);
        bob.opens(shop.signIn(Map.of("response_mode", "form_post")));
        bob.signsInAs(Account.bob());
        bob.presses("Allow");

        assertThat(bob.presses("Continue", home).heading()).isEqualTo("Welcome back");
    }

    @Test
    @Tag("OIDC-RPInitiated-3")
    void who_signs_out_arrives() {
        Visitor bob = signedIn();
        bob.opens(shop.signOut(site.farewell()));

        bob.presses("Sign out");

        String where = "Continue to " + site.farewell().getAuthority();
        assertThat(bob.follows(where, home).heading()).isEqualTo("Welcome back");
    }

    @Test
    void back_leads_to_the_page_before_and_not_on_again() {
        Visitor bob = signedIn();
        bob.opens(shop.signIn());
        bob.presses("Allow", home);

        assertThat(bob.goesBack().address().getPath()).isEqualTo("/consent");
        assertThat(site.visits(site.callback())).isEqualTo(1);
    }

    @Test
    void who_has_to_wait_for_the_application_sees_where_the_way_leads() {
        site.showsNothingAt(site.callback());
        Visitor bob = visitors.one(Circumstances.PHONE);
        bob.opens(shop.signIn());
        bob.signsInAs(Account.bob());

        Screen waiting = bob.presses("Allow");

        assertThat(waiting.heading()).isEqualTo("Back to the application");
        assertThat(waiting.link("Continue").getAttribute("href"))
                .startsWith(site.callback().toString());
    }

    @Test
    void an_application_that_leads_on_to_a_program_of_the_device_is_reached() throws Exception {
        site.sendsOn(site.callback(), URI.create("com.example.shop:/done"));
        Visitor bob = signedIn();
        bob.opens(shop.signIn());

        bob.answerTo("Allow", "/consent");

        assertThat(site.awaitsVisit(site.callback())).contains("code=");
    }

    @Test
    @Tag("RFC8252-7.1")
    void a_program_of_the_device_is_reached_by_the_redirect_itself() {
        Client program =
                new Client(
                        stack,
                        stack.http()
                                .registers(
                                        """
                                        {"client_name": "Shop", "application_type": "native",
                                         "token_endpoint_auth_method": "none",
                                         "redirect_uris": ["com.example.shop:/cb"]}\
                                        """),
                        URI.create("com.example.shop:/cb"));
        Visitor bob = signedIn();
        bob.opens(program.signIn());

        Response answer = bob.answerTo("Allow", "/consent");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.headerValue("Location")).startsWith("com.example.shop:/cb?code=");
    }

    private Visitor signedIn() {
        Visitor bob = visitors.one(DESKTOP);
        bob.opens("/login");
        bob.signsInAs(Account.bob());
        return bob;
    }

    private Visitor approved() {
        Visitor bob = signedIn();
        bob.opens(shop.signIn());
        bob.presses("Allow", home);
        return bob;
    }
}
