package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The answer that a form carries, OAuth 2.0 Form Post Response Mode 1.0. */
@InBrowser
@Tag("OAuth-Form-Post-2")
class FormPostTest {
    private final Visitors visitors;
    private final Client shop;
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    FormPostTest(Suite stack, Visitors visitors) {
        this.visitors = visitors;
        this.shop = site.registeredAs("Shop", stack);
    }

    @Test
    void it_is_sent_by_itself() {
        Visitor bob = signedIn(Circumstances.DESKTOP);

        assertThat(bob.presses("Allow", site.callback()).heading()).isEqualTo("Welcome back");
    }

    @Test
    void without_scripts_a_button_sends_it() {
        Visitor bob = signedIn(Circumstances.PHONE);

        assertThat(bob.presses("Allow").heading()).isEqualTo("Back to the application");
        assertThat(bob.presses("Continue", site.callback()).heading()).isEqualTo("Welcome back");
    }

    private Visitor signedIn(Circumstances circumstances) {
        Visitor bob = visitors.one(circumstances);
        bob.opens(shop.signIn(Map.of("response_mode", "form_post")));
        bob.signsInAs(Account.bob());
        return bob;
    }
}
