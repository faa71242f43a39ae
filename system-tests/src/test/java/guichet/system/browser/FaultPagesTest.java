package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What people see whom an application sent with a faulty request, and the pages that explain it.
 */
@InBrowser
class FaultPagesTest {
    private final Suite stack;
    private final Visitor visitor;
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    FaultPagesTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitor = visitors.one();
    }

    @Test
    void an_address_that_is_not_registered_leads_nowhere() {
        Client shop = site.registeredAs("Shop", stack);
        URI elsewhere = site.at("/elsewhere");

        Screen screen = visitor.opens(shop.signIn(Map.of("redirect_uri", elsewhere.toString())));

        assertThat(screen.alert()).isNotEmpty();
        assertThat(screen.text()).contains("You have not been sent anywhere");
    }

    @Test
    @Tag("RFC9700-4.11.2")
    void before_somebody_is_led_to_an_application_that_nobody_checked_they_read_where() {
        Client shop = site.registeredAs("Shop", stack);
        String where = "Continue to " + site.callback().getAuthority();

        Screen asked = visitor.opens(shop.signIn(Map.of("scope", "no:such")));
        assertThat(asked.heading()).isEqualTo(where + "?");

        Screen back = visitor.follows(where, site.callback());
        assertThat(back.address().getQuery()).contains("error=invalid_scope");
    }

    @Test
    @Tag("OAuth-Form-Post-2")
    void an_answer_that_is_to_be_posted_there_is_posted_by_their_press() {
        Client shop = site.registeredAs("Shop", stack);
        visitor.opens(shop.signIn(Map.of("scope", "no:such", "response_mode", "form_post")));

        Screen back =
                visitor.presses("Continue to " + site.callback().getAuthority(), site.callback());

        assertThat(back.heading()).isEqualTo("Welcome back");
    }

    @Test
    void a_fault_leads_to_the_page_that_explains_it_and_to_all_others() {
        visitor.opens("/auth?client_id=nobody");

        Screen explanation = visitor.follows("client-unknown");
        assertThat(explanation.heading()).isEqualTo("client-unknown");
        assertThat(explanation.text()).contains("What it means", "The fix");

        assertThat(visitor.follows("All errors").link("client-unknown").isVisible()).isTrue();
    }

    @Test
    void an_address_that_is_nobodys_is_said_to_be_so() {
        Screen screen = visitor.opens("/nothing/here");
        assertThat(screen.heading()).isEqualTo("There is nothing here");

        assertThat(visitor.follows("What it means, and what to do").text()).contains("The fix");
    }

    @Test
    void the_first_page_leads_to_all_others() {
        assertThat(visitor.opens("/").heading()).isEqualTo("Welcome");

        assertThat(visitor.follows("Your account").heading()).isEqualTo("Sign in");
        assertThat(visitor.follows("Guichet").heading()).isEqualTo("Welcome");
    }

    @Test
    void an_explanation_that_does_not_exist_is_said_not_to_exist() {
        assertThat(visitor.opens("/errors/nothing").heading()).isEqualTo("There is nothing here");
    }
}
