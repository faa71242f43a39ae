package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.Test;

/** The movies application, as people use it who have an account already. */
@InBrowser
class CineClubTest {
    private final Suite stack;
    private final Visitor visitor;

    CineClubTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitor = visitors.one();
    }

    @Test
    void a_guest_looks_through_the_films_page_by_page() {
        Screen first = visitor.opens(stack.application("/films"));
        assertThat(first.text()).contains("Sign in to keep a list");

        Screen second = visitor.follows("Next");
        assertThat(second.link("Previous").isVisible()).isTrue();
    }

    @Test
    void a_guest_who_searches_for_nothing_known_finds_nothing() {
        visitor.opens(stack.application("/films"));

        Screen found =
                visitor.types("Title or director", "zzz").pressesEnterIn("Title or director");

        assertThat(found.text()).contains("No films found");
    }

    @Test
    void anybody_sees_the_statistics() {
        assertThat(visitor.opens(stack.application("/statistics")).text())
                .contains("By decade", "By genre", "By country");
    }

    @Test
    void who_is_signed_in_at_the_provider_only_has_to_approve() {
        visitor.opens("/signup");
        SignUp.fillsIn(visitor, Account.fresh()).presses("Create account");

        visitor.opens(stack.application("/my-films"));
        visitor.presses("Allow", stack.application("/my-films"));
        visitor.opens(stack.application("/"));

        assertThat(visitor.screen().text()).contains("You are signed in as Noa Comer");
    }

    @Test
    void who_refuses_is_told_so_and_may_try_again() {
        Account noa = Account.fresh();
        visitor.opens("/signup");
        SignUp.fillsIn(visitor, noa).presses("Create account");

        visitor.opens(stack.application("/sign-in"));
        Screen refused = visitor.presses("Refuse", stack.application("/sign-in-refused"));
        assertThat(refused.heading()).isEqualTo("You refused");

        assertThat(visitor.follows("Sign in").heading()).isEqualTo("Allow Ciné Club?");
    }

    @Test
    void who_took_the_permission_back_is_told_that_it_has_ended() {
        visitor.opens("/signup");
        SignUp.fillsIn(visitor, Account.fresh()).presses("Create account");
        visitor.opens(stack.application("/my-films"));
        visitor.presses("Allow", stack.application("/my-films"));

        visitor.opens("/account/applications");
        visitor.presses("Remove access from Ciné Club");

        visitor.opensUntil(stack.application("/my-films"), "Your permission has ended");
        assertThat(visitor.follows("Sign in").heading()).isEqualTo("Allow Ciné Club?");
    }

    @Test
    void an_address_that_does_not_exist_is_said_not_to_exist() {
        assertThat(visitor.opens(stack.application("/nothing")).heading())
                .isEqualTo("There is nothing here");
    }

    @Test
    void who_was_sent_back_with_another_error_is_told_which() {
        Screen screen = visitor.opens(stack.application("/sign-in-refused?error=invalid_scope"));

        assertThat(screen.heading()).isEqualTo("Signing in did not work");
        assertThat(screen.alert()).contains("invalid_scope");
    }
}
