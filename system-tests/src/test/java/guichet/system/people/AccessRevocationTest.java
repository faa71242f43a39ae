package guichet.system.people;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Answer;
import guichet.system.actor.Application;
import guichet.system.actor.Browser;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tokens that somebody got with a password end when it is changed, whichever way they got them. */
@OnStack
@Tag("RFC9700-4.14.2")
@Timeout(90)
class AccessRevocationTest {
    private static final String NEW_PASSWORD = "nine lanterns over calais";

    private final Suite stack;
    private final Newcomer newcomer;
    private final Browser home;
    private Application application;

    AccessRevocationTest(Suite stack) {
        this.stack = stack;
        this.newcomer = Newcomer.to(stack);
        this.home = new Browser(stack.issuer());
    }

    @BeforeEach
    void has_an_account() throws Exception {
        newcomer.signsUp(home, home.open(newcomer.issuer("/signup")));
        newcomer.provesAddress(home);
        application =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Ciné Club", "redirect_uris": ["http://127.0.0.1:9999/cb"],
                                 "grant_types": ["authorization_code", "password", "refresh_token"],
                                 "scope": "openid offline_access movies:read"}\
                                """);
    }

    @Test
    void a_reset_password_ends_them() throws Exception {
        List<String> taken = taken();

        var phone = new Browser(stack.issuer());
        phone.submit(
                phone.open(newcomer.issuer("/password-reset")), Map.of("email", newcomer.email()));
        phone.submit(
                phone.open(newcomer.letters().link("Choose a new password")),
                Map.of("password", NEW_PASSWORD));

        for (String refreshToken : taken) {
            untilRefused(refreshToken);
        }
    }

    @Test
    void a_changed_password_ends_them_but_not_what_was_granted_in_the_same_browser()
            throws Exception {
        List<String> taken = taken();
        String own = refreshToken(home, "movies:read");

        home.submit(
                home.open(newcomer.issuer("/account/password")),
                Map.of("current_password", Newcomer.PASSWORD, "password", NEW_PASSWORD));

        for (String refreshToken : taken) {
            untilRefused(refreshToken);
        }
        assertThat(application.refreshes(own).status()).isEqualTo(200);
    }

    /** By the password grant, and in a browser with offline_access and without. */
    private List<String> taken() {
        var thief = new Browser(stack.issuer());
        return List.of(
                application.usesPassword(newcomer.username(), Newcomer.PASSWORD).refreshToken(),
                refreshToken(thief, "openid offline_access movies:read"),
                refreshToken(thief, "movies:read"));
    }

    private String refreshToken(Browser where, String scope) {
        var back =
                newcomer.at(where, Newcomer.PASSWORD)
                        .authorizes(application.authorizationRequest(scope, "s"));
        Answer tokens = application.redeems(back.code());
        assertThat(tokens.status()).isEqualTo(200);
        return tokens.refreshToken();
    }

    private void untilRefused(String refreshToken) throws InterruptedException {
        Answer answer = application.refreshes(refreshToken);
        while (answer.status() == 200) {
            TimeUnit.MILLISECONDS.sleep(200);
            answer = application.refreshes(answer.refreshToken());
        }
        assertThat(answer.error()).isEqualTo("invalid_grant");
    }
}
