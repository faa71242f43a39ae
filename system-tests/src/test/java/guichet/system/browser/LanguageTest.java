package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The switch at the foot of each page, as a real browser takes it. */
@InBrowser
class LanguageTest {
    private final Suite stack;
    private final Visitor visitor;
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    LanguageTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitor = visitors.one();
    }

    @Test
    void a_request_goes_on_in_the_language_that_was_chosen_on_its_way() {
        visitor.opens(site.registeredAs("Shop", stack).signIn());

        assertThat(visitor.presses("Français").heading()).isEqualTo("Se connecter");
        visitor.types("Nom d’utilisateur", "bob")
                .types("Mot de passe", Account.bob().password())
                .presses("Se connecter");
        assertThat(visitor.screen().heading()).startsWith("Autoriser Shop");

        Screen back = visitor.presses("Autoriser", site.callback());
        assertThat(back.heading()).isEqualTo("Welcome back");
    }

    @Test
    void the_account_is_read_in_french_and_in_english_again() {
        visitor.opens("/login");
        visitor.signsInAs(Account.bob());

        assertThat(visitor.presses("Français").heading()).isEqualTo("Votre compte");
        assertThat(visitor.follows("Votre profil").heading()).isEqualTo("Votre profil");
        assertThat(visitor.presses("English").heading()).isEqualTo("Your profile");
    }

    @Test
    void the_application_has_its_own() {
        visitor.opens(stack.application("/films?q=varda"));

        assertThat(visitor.presses("Français").link("Mes films").isVisible()).isTrue();
        assertThat(visitor.follows("Se connecter").heading()).isEqualTo("Se connecter");
    }
}
