package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.util.Map;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profile <i>front-channel logout</i>. */
@OnHttpsStack
class FrontChannelLogoutTest {
    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    FrontChannelLogoutTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-FrontChannel-2")
    void the_browser_loads_the_address_with_issuer_and_session_and_nothing_else() throws Exception {
        Tokens tokens = signsIn();

        signsOut(tokens);

        Arrival told = party.site().awaits("/told");
        assertThat(told.method()).isEqualTo("GET");
        assertThat(told.query())
                .isEqualTo(
                        Map.of(
                                "iss", party.provider().text("issuer"),
                                "sid", tokens.claims().getStringClaim("sid")));
    }

    @Test
    @Tag("OIDC-FrontChannel-4")
    void the_person_returns_by_itself_after_that_and_is_signed_out() {
        signsOut(signsIn());

        assertThat(party.site().awaits("/out").query()).isEqualTo(Map.of("state", "the-state"));
        AuthenticationRequest silent = party.request("openid").with("prompt", "none");
        assertThat(party.returned(alice.opens(silent.link()), silent).get("error"))
                .isEqualTo("login_required");
    }

    private Tokens signsIn() {
        party.registers(client -> {
            client.put("frontchannel_logout_uri", party.site().address("/told").toString());
            client.put("frontchannel_logout_session_required", true);
            client.putArray("post_logout_redirect_uris").add(out());
        });
        return party.signsIn(alice, "openid");
    }

    private HtmlPage signsOut(Tokens tokens) {
        return alice.opens(
                party.endSession(
                        Map.of(
                                "id_token_hint", tokens.idToken(),
                                "post_logout_redirect_uri", out(),
                                "state", "the-state")));
    }

    private String out() {
        return party.site().address("/out").toString();
    }
}
