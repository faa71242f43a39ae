package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.text.ParseException;
import java.time.Instant;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profile <i>basic</i>: when somebody has to sign in again, and when nobody is asked. */
@OnHttpsStack
class BasicSessionTest {
    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    BasicSessionTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-Core-3.1.2.6")
    void nobody_is_asked_for_prompt_none_when_nobody_is_signed_in() {
        party.registers();
        AuthenticationRequest request =
                party.request("openid").with("prompt", "none").with("state", "s".repeat(128));

        Arrival arrival = party.returned(alice.opens(request.link()), request);

        assertThat(arrival.get("error")).isEqualTo("login_required");
        assertThat(arrival.query().keySet())
                .containsExactly("error", "error_description", "error_uri", "iss", "state");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void prompt_none_goes_on_with_who_is_signed_in() {
        party.registers();
        JWTClaimsSet first = party.signsIn(alice, "openid").claims();

        Tokens second = silently(party.request("openid").with("prompt", "none"));

        isTheSameSignIn(second, first);
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void a_hint_at_who_is_signed_in_is_taken() {
        party.registers();
        Tokens first = party.signsIn(alice, "openid");

        Tokens second =
                silently(
                        party.request("openid")
                                .with("prompt", "none")
                                .with("id_token_hint", first.idToken()));

        isTheSameSignIn(second, first.claims());
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void a_sign_in_that_is_fresh_enough_is_not_repeated() {
        party.registers();
        JWTClaimsSet first = party.signsIn(alice, "openid").claims();

        Tokens second = silently(party.request("openid").with("max_age", "10000"));

        isTheSameSignIn(second, first);
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void a_sign_in_that_is_too_old_is_repeated() throws Exception {
        party.registers();
        JWTClaimsSet first = party.signsIn(alice, "openid").claims();
        Thread.sleep(2_000);

        JWTClaimsSet second = signsInAgain(party.request("openid").with("max_age", "1")).claims();

        assertThat(authTime(second)).isAfter(authTime(first));
        assertThat(authTime(second)).isAfter(Instant.now().minusSeconds(10));
    }

    @Test
    @Tag("OIDC-Core-3.1.2.1")
    void prompt_login_repeats_every_sign_in() throws Exception {
        party.registers();
        JWTClaimsSet first = party.signsIn(alice, "openid").claims();
        Thread.sleep(1_000);

        JWTClaimsSet second =
                signsInAgain(party.request("openid").with("prompt", "login")).claims();

        assertThat(authTime(second)).isAfter(authTime(first));
        assertThat(second.getSubject()).isEqualTo(first.getSubject());
    }

    private Tokens silently(AuthenticationRequest request) {
        return party.redeems(party.returned(alice.opens(request.link()), request), request);
    }

    private Tokens signsInAgain(AuthenticationRequest request) {
        HtmlPage page = alice.opens(request.link());
        assertThat(Visitor.heading(page)).isEqualTo("Sign in");
        return party.redeems(party.returned(alice.approves(page), request), request);
    }

    private static void isTheSameSignIn(Tokens second, JWTClaimsSet first) {
        assertThat(authTime(second.claims())).isEqualTo(authTime(first));
        assertThat(second.claims().getSubject()).isEqualTo(first.getSubject());
    }

    private static Instant authTime(JWTClaimsSet claims) {
        try {
            return claims.getDateClaim("auth_time").toInstant();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
