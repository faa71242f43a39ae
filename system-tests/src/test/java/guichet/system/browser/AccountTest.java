package guichet.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of an account, in the hands of the person whose it is. */
@InBrowser
class AccountTest {
    private static final String OTHER_PASSWORD = "nine lanterns over calais";

    private final Suite stack;
    private final Visitors visitors;
    private final Visitor noa;
    private final Account account = Account.fresh();
    @AutoClose private final ApplicationSite site = new ApplicationSite();

    AccountTest(Suite stack, Visitors visitors) {
        this.stack = stack;
        this.visitors = visitors;
        this.noa = visitors.one();
    }

    @BeforeEach
    void noa_has_an_account() {
        noa.opens("/signup");
        SignUp.fillsIn(noa, account).presses("Create account");
    }

    @Test
    void the_profile_is_changed() {
        noa.follows("Your profile");

        Screen screen =
                noa.types("Your name", "Noa C. Omer")
                        .types("Date of birth", "1999-12-31")
                        .types("Town", "Calais")
                        .presses("Save");

        assertThat(screen.status()).isEqualTo("Your profile has been saved.");
        assertThat(screen.text()).contains("Noa C. Omer");
        assertThat(noa.follows("Your profile").value("Town")).isEqualTo("Calais");
    }

    @Test
    void a_date_that_is_none_is_said_to_be_wrong_and_all_else_stays_filled_in() {
        noa.follows("Your profile");

        Screen screen =
                noa.types("Date of birth", "yesterday").types("Town", "Calais").presses("Save");

        assertThat(screen.alert()).contains("Nothing is saved yet");
        assertThat(screen.fault("Date of birth")).contains("Write it like this");
        assertThat(screen.value("Town")).isEqualTo("Calais");
    }

    @Test
    void another_address_becomes_theirs_by_the_letter() throws Exception {
        Account moved = account.withEmail("moved-" + account.email());
        noa.follows("Get the link again, or change the address");

        noa.types("E-mail address", moved.email()).types("Current password", account.password());
        assertThat(noa.presses("Send the link").status()).contains("Check your e-mail");
        noa.opens(moved.letters(stack).link("Confirm your e-mail address"));
        noa.presses("Confirm");

        assertThat(noa.follows("Your account").text()).contains(moved.email() + " confirmed");
    }

    @Test
    void without_the_present_password_the_address_stays() {
        noa.follows("Get the link again, or change the address");

        Screen screen =
                noa.types("E-mail address", "other-" + account.email())
                        .types("Current password", "not mine")
                        .presses("Send the link");

        assertThat(screen.fault("Current password"))
                .isEqualTo("This is not your current password.");
        assertThat(screen.fault("E-mail address")).isEmpty();
    }

    @Test
    void another_password_is_the_only_good_one_from_then_on() {
        noa.follows("Change password");

        Screen screen =
                noa.types("Current password", account.password())
                        .types("New password", OTHER_PASSWORD)
                        .presses("Change password");

        assertThat(screen.status()).startsWith("Your password has been changed");
        Visitor elsewhere = visitors.one();
        elsewhere.opens("/login");
        assertThat(elsewhere.signsInAs(account).alert()).isNotEmpty();
        assertThat(elsewhere.signsInAs(account.withPassword(OTHER_PASSWORD)).heading())
                .isEqualTo("Your account");
    }

    @Test
    void a_password_that_is_easy_to_guess_is_refused() {
        noa.follows("Change password");

        Screen screen =
                noa.types("Current password", account.password())
                        .types("New password", account.username())
                        .presses("Change password");

        assertThat(screen.fault("New password")).isNotEmpty();
        assertThat(screen.fault("Current password")).isEmpty();
    }

    @Test
    void every_other_browser_is_signed_out() {
        Visitor elsewhere = visitors.one();
        elsewhere.opens("/login");
        elsewhere.signsInAs(account);

        noa.opens("/account");
        Screen screen = noa.presses("Sign out everywhere else");

        assertThat(screen.status()).isEqualTo("You are signed out everywhere else.");
        assertThat(screen.text()).contains("This browser").doesNotContain("Another browser");
        assertThat(elsewhere.opens("/account").heading()).isEqualTo("Sign in");
    }

    @Test
    void nobody_has_permission_at_first() {
        Screen screen = noa.follows("Applications with access");

        assertThat(screen.text()).contains("No applications yet.");
    }

    @Test
    void the_permission_of_an_application_is_seen_and_taken_back() {
        Client shop = site.registeredAs("Shop", stack);
        noa.opens(shop.signIn());
        noa.presses("Allow", site.callback());
        noa.opens("/account");

        Screen permitted = noa.follows("Applications with access");
        assertThat(permitted.text()).contains("Shop");
        Screen screen = noa.presses("Remove access from Shop");

        assertThat(screen.status()).isEqualTo("The application no longer has access.");
        assertThat(noa.opens(shop.signIn()).heading()).isEqualTo("Allow Shop?");
    }
}
