package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The approval page, and the page on which to choose an account. */
@InBrowser
class ConsentTest {
    private final Suite stack;
    private final Visitor visitor;
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    ConsentTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitor = visitors.one();
    }

    @Test
    @Tag("RFC6749-4.1.2.1")
    void who_refuses_goes_back_without_anything() {
        visitor.opens(site.registeredAs("Shop", stack).signIn());
        Screen consent = visitor.signsInAs(Account.bob());
        assertThat(consent.text())
                .contains("Bob Miller", "127.0.0.1", "nobody has checked who runs it");

        Screen back = visitor.presses("Refuse", site.callback());

        assertThat(back.address().getQuery()).contains("error=access_denied");
    }

    @Test
    @Tag("RFC7591-2")
    void what_the_application_says_of_itself_can_be_read_and_followed() {
        String about =
                """
                "client_uri": "https://shop.example/", "tos_uri": "https://shop.example/terms",\
                 "policy_uri": "https://shop.example/privacy"\
                """;
        visitor.opens(site.registeredAs("Shop", stack, about).signIn());

        Screen consent = visitor.signsInAs(Account.bob());

        assertThat(consent.link("Terms of service").getAttribute("href"))
                .isEqualTo("https://shop.example/terms");
        assertThat(consent.link("Privacy policy").isVisible()).isTrue();
    }

    @Test
    @Tag("RFC7591-2")
    void a_logo_that_does_not_load_leaves_the_initial() {
        visitor.opens(site.registeredAs("Shop", stack).signIn());
        byte[] initial = visitor.signsInAs(Account.bob()).logo();

        String noImage = "\"logo_uri\": \"%s\"".formatted(site.at("/page"));
        Screen consent = visitor.opens(site.registeredAs("Shop", stack, noImage).signIn());

        assertThat(consent.logo()).isEqualTo(initial);
    }

    @Test
    void somebody_else_signs_in_instead() {
        visitor.opens(site.registeredAs("Shop", stack).signIn());
        visitor.signsInAs(Account.bob());

        visitor.follows("Use another account");
        visitor.types("User name", "alice").types("Password", "alice-opens-the-door");

        assertThat(visitor.presses("Sign in").text()).contains("Alice Martin");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void who_has_to_choose_goes_on_as_they_are() {
        Client shop = site.registeredAs("Shop", stack);
        visitor.opens("/login");
        visitor.signsInAs(Account.bob());

        Screen choice = visitor.opens(shop.signIn(Map.of("prompt", "select_account")));
        assertThat(choice.heading()).isEqualTo("Choose an account");

        assertThat(visitor.presses("Continue as Bob Miller").heading()).isEqualTo("Allow Shop?");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void who_has_to_choose_signs_in_as_somebody_else() {
        Client shop = site.registeredAs("Shop", stack);
        visitor.opens("/login");
        visitor.signsInAs(Account.bob());

        visitor.opens(shop.signIn(Map.of("prompt", "select_account")));

        assertThat(visitor.presses("Use another account").heading()).isEqualTo("Sign in");
    }
}
