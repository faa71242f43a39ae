package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profile <i>session management</i>: a frame of the relying party asks one of the provider. */
@OnHttpsStack
class SessionManagementTest {
    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    SessionManagementTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-Session-3.2")
    void the_session_is_unchanged_until_the_person_signs_out() {
        party.registers(client -> client.putArray("post_logout_redirect_uris").add(out()));
        AuthenticationRequest request = party.request("openid");
        Arrival arrival = party.sends(alice, request);
        Tokens tokens = party.redeems(arrival, request);
        publishesFrames(party.clientId() + " " + arrival.get("session_state"));

        assertThat(asksTheFrame()).isEqualTo("unchanged");
        alice.opens(
                party.endSession(
                        Map.of(
                                "id_token_hint",
                                tokens.idToken(),
                                "post_logout_redirect_uri",
                                out())));
        party.site().awaits("/out");
        assertThat(asksTheFrame()).isEqualTo("changed");
    }

    @Test
    @Tag("OIDC-Session-3.2")
    void a_message_that_makes_no_sense_is_an_error() {
        party.registers();
        publishesFrames("nonsense");

        assertThat(asksTheFrame()).isEqualTo("error");
    }

    /** A page with the provider's frame and one that asks it, §3.1, and reports what it is told. */
    private void publishesFrames(String message) {
        String page =
                """
                <html><body><iframe id="op" src="%s"></iframe>
                <iframe id="rp" src="/asks"></iframe></body></html>\
                """
                        .formatted(party.provider().text("check_session_iframe"));
        String frame =
                """
                <html><body><script>
                window.addEventListener("message", function (event) {
                  if (event.origin === "%s") {
                    window.parent.location.href = "/result?is=" + event.data;
                  }
                });
                setTimeout(function () {
                  window.parent.document.getElementById("op").contentWindow.postMessage("%s", "*");
                }, 300);
                </script></body></html>\
                """
                        .formatted(party.provider().text("issuer"), message);
        party.site().publishes("/page", "text/html", () -> page);
        party.site().publishes("/asks", "text/html", () -> frame);
    }

    private String asksTheFrame() {
        alice.opens(party.site().address("/page"));
        alice.waits(3_000);
        return party.site().awaits("/result").get("is");
    }

    private String out() {
        return party.site().address("/out").toString();
    }
}
