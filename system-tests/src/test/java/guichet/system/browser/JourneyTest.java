package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * From nobody to somebody with films of their own, and out again: by mouse and by keyboard alone,
 * with and without scripts, at a desk and at a phone, light, dark and in forced colours.
 */
@InBrowser
class JourneyTest {
    private final Suite stack;
    private final Visitors visitors;
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    JourneyTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitors = visitors;
    }

    @ParameterizedTest
    @EnumSource
    void a_newcomer_keeps_a_film(Circumstances circumstances) {
        Visitor visitor = visitors.one(circumstances);

        visitor.opens(stack.application("/"));
        visitor.follows("Sign in");
        visitor.follows("Create account");
        SignUp.fillsIn(visitor, Account.fresh()).presses("Create account");
        Screen empty = visitor.presses("Allow", stack.application("/my-films"));
        assertThat(empty.text()).contains("Your list is empty", "Noa Comer");

        visitor.follows("Find films to keep");
        visitor.types("Title or director", "haine").presses("Search");
        assertThat(visitor.presses("Keep La Haine").status()).isEqualTo("On your list");
        assertThat(visitor.follows("On your list").text()).contains("1 film", "La Haine");

        assertThat(visitor.presses("Remove La Haine").text()).contains("Your list is empty");

        Screen home = visitor.presses("Sign out", stack.application("/"));
        assertThat(home.heading()).isEqualTo("Films worth an evening");
        assertThat(home.link("Sign in").isVisible()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_newcomer_proves_an_address_signs_out_and_comes_back(Circumstances circumstances)
            throws Exception {
        Client shop = site.registeredAs("Shop", stack);
        Account noa = Account.fresh();
        Visitor visitor = visitors.one(circumstances);

        visitor.opens(shop.signIn());
        visitor.follows("Create account");
        SignUp.fillsIn(visitor, noa).presses("Create account");
        Screen back = visitor.presses("Allow", site.callback());
        assertThat(back.address().getQuery()).contains("code=", "state=s1");

        visitor.opens(noa.letters(stack).link("Confirm your e-mail address"));
        visitor.presses("Confirm");
        assertThat(visitor.follows("Your account").text()).contains(noa.email() + " confirmed");

        visitor.opens("/logout");
        assertThat(visitor.presses("Sign out").heading()).isEqualTo("You are signed out");

        visitor.opens(shop.signIn());
        visitor.types("User name", noa.username()).types("Password", noa.password());
        assertThat(visitor.presses("Sign in", site.callback()).heading()).isEqualTo("Welcome back");
    }
}
