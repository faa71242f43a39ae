package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.PlainJWT;
import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profile <i>RP-initiated logout</i>. */
@OnHttpsStack
class RpInitiatedLogoutTest {
    private static final String OUT = "/out";

    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    RpInitiatedLogoutTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void the_person_returns_with_the_state_and_is_signed_out() {
        Tokens tokens = signsIn();
        String state = "s".repeat(128);

        alice.opens(
                party.endSession(
                        Map.of(
                                "id_token_hint", tokens.idToken(),
                                "post_logout_redirect_uri", out(),
                                "state", state)));

        assertThat(party.site().awaits(OUT).query()).isEqualTo(Map.of("state", state));
        isSignedOut();
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void without_a_state_none_comes_back() {
        Tokens tokens = signsIn();

        alice.opens(
                party.endSession(
                        Map.of(
                                "id_token_hint",
                                tokens.idToken(),
                                "post_logout_redirect_uri",
                                out())));

        assertThat(party.site().awaits(OUT).query()).isEmpty();
        isSignedOut();
    }

    @Test
    @Tag("OIDC-RPInitiated-3")
    void an_address_that_is_not_registered_ends_on_a_page() {
        Tokens tokens = signsIn();

        HtmlPage page =
                alice.opens(
                        party.endSession(
                                Map.of(
                                        "id_token_hint",
                                        tokens.idToken(),
                                        "post_logout_redirect_uri",
                                        out() + "?foo=bar")));

        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(400);
        assertThat(page.asNormalizedText()).contains("post_logout_redirect_uri");
        assertThat(party.site().arrived(OUT)).isEmpty();
    }

    @Test
    @Tag("OIDC-RPInitiated-4")
    void a_hint_whose_signature_was_taken_off_ends_on_a_page() throws Exception {
        Tokens tokens = signsIn();
        String unsigned = new PlainJWT(tokens.claims()).serialize();

        HtmlPage page =
                alice.opens(
                        party.endSession(
                                Map.of(
                                        "id_token_hint",
                                        unsigned,
                                        "post_logout_redirect_uri",
                                        out())));

        assertThat(page.asNormalizedText()).contains("id_token_hint");
        assertThat(party.site().arrived(OUT)).isEmpty();
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void without_a_hint_the_person_is_asked_and_sent_nowhere() {
        signsIn();

        HtmlPage question =
                alice.opens(
                        party.endSession(
                                Map.of("post_logout_redirect_uri", out(), "state", "any")));

        assertThat(Visitor.heading(question)).isEqualTo("Sign out?");
        HtmlPage done = alice.clicks(question, "sign-out");
        assertThat(Visitor.heading(done)).isEqualTo("You are signed out");
        assertThat(party.site().arrived(OUT)).isEmpty();
        isSignedOut();
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void a_request_that_says_nothing_asks_the_person() {
        signsIn();

        HtmlPage question = alice.opens(party.endSession(Map.of()));

        assertThat(Visitor.heading(alice.clicks(question, "sign-out")))
                .isEqualTo("You are signed out");
        isSignedOut();
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void a_state_alone_goes_nowhere() {
        signsIn();

        HtmlPage question = alice.opens(party.endSession(Map.of("state", "any")));

        assertThat(Visitor.heading(alice.clicks(question, "sign-out")))
                .isEqualTo("You are signed out");
        isSignedOut();
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void without_an_address_the_person_sees_that_it_is_done() {
        Tokens tokens = signsIn();

        HtmlPage page =
                alice.opens(
                        party.endSession(
                                Map.of("id_token_hint", tokens.idToken(), "state", "any")));

        assertThat(Visitor.heading(page)).isEqualTo("You are signed out");
        assertThat(party.site().arrived(OUT)).isEmpty();
        isSignedOut();
    }

    private Tokens signsIn() {
        party.registers(client -> client.putArray("post_logout_redirect_uris").add(out()));
        return party.signsIn(alice, "openid");
    }

    private String out() {
        return party.site().address(OUT).toString();
    }

    private void isSignedOut() {
        AuthenticationRequest silent = party.request("openid").with("prompt", "none");
        assertThat(party.returned(alice.opens(silent.link()), silent).get("error"))
                .isEqualTo("login_required");
    }
}
