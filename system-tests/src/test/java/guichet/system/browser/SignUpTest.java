package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page on which people make an account, and the letter that it leads to. */
@InBrowser
class SignUpTest {
    private static final String PROOF = "Confirm your e-mail address";

    private final Suite stack;
    private final Visitors visitors;
    private final Visitor visitor;
    private final Account noa = Account.fresh();

    SignUpTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitors = visitors;
        this.visitor = visitors.one();
    }

    @Test
    void a_name_that_is_taken_is_said_to_be_so_beside_it() {
        visitor.opens("/signup");

        var bobAgain = new Account("bob", noa.name(), noa.email(), noa.password());
        Screen screen = SignUp.fillsIn(visitor, bobAgain).presses("Create account");

        assertThat(screen.fault("User name")).contains("This user name is taken");
        assertThat(screen.value("E-mail address")).isEqualTo(noa.email());
        visitor.types("User name", noa.username()).types("Password", noa.password());
        assertThat(visitor.presses("Create account").heading()).isEqualTo("Your account");
    }

    @Test
    void every_fault_is_said_beside_its_field() {
        visitor.opens("/signup");

        var careless = new Account("?", " ", noa.email(), "password1");
        Screen screen = SignUp.fillsIn(visitor, careless).presses("Create account");

        assertThat(screen.fault("User name")).contains("2 to 40 letters");
        assertThat(screen.fault("Your name")).contains("1 to 100 ");
        assertThat(screen.fault("Password")).isNotEmpty();
        assertThat(screen.fault("E-mail address")).isEmpty();
    }

    @Test
    @Tag("WCAG-3.3.1")
    void who_made_faults_is_told_so_first_and_led_to_them() {
        visitor.opens("/signup");

        var careless = new Account(noa.username(), " ", noa.email(), "password1");
        Screen screen = SignUp.fillsIn(visitor, careless).presses("Create account");

        assertThat(screen.title()).startsWith("Error: ");
        assertThat(screen.alert()).contains("Your name", "Password");
        assertThat(screen.hasCursorIn("Your name")).isTrue();
    }

    @Test
    void a_link_that_was_used_is_good_no_more() throws Exception {
        visitor.opens("/signup");
        SignUp.fillsIn(visitor, noa).presses("Create account");
        var link = noa.letters(stack).link(PROOF);
        visitor.opens(link);

        assertThat(visitor.presses("Confirm").heading())
                .isEqualTo("Your e-mail address is confirmed");
        assertThat(visitor.opens(link).heading()).isEqualTo("This link has expired");
    }

    @Test
    void on_another_device_the_password_confirms_the_address() throws Exception {
        visitor.opens("/signup");
        SignUp.fillsIn(visitor, noa).presses("Create account");
        Visitor elsewhere = visitors.one();

        Screen asked = elsewhere.opens(noa.letters(stack).link(PROOF));
        elsewhere.types("Password of this account", noa.password());

        assertThat(asked.value("User name")).isEqualTo(noa.username());
        assertThat(elsewhere.presses("Confirm").heading())
                .isEqualTo("Your e-mail address is confirmed");
    }

    @Test
    void who_has_an_account_goes_over_to_signing_in() {
        visitor.opens("/signup");

        visitor.follows("Sign in with an account that you have");

        assertThat(visitor.signsInAs(Account.bob()).heading()).isEqualTo("Your account");
    }
}
