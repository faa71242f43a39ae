package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profile <i>form post</i>: the browser posts every answer by itself. */
@OnHttpsStack
class FormPostProfileTest {
    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    FormPostProfileTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("FormPost-2")
    void the_code_comes_in_a_form_and_not_in_the_address() {
        party.registers();
        AuthenticationRequest request = request();

        Arrival arrival = party.sends(alice, request);

        isPosted(arrival);
        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("FormPost-2")
    void an_answer_to_a_silent_request_comes_in_a_form() {
        party.registers();
        party.signsIn(alice, request());
        AuthenticationRequest request = request().with("prompt", "none");

        Arrival arrival = party.returned(alice.opens(request.link()), request);

        isPosted(arrival);
        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("FormPost-2")
    void an_error_comes_in_a_form() {
        party.registers();
        AuthenticationRequest request = request().with("prompt", "none");

        Arrival arrival = party.returned(alice.opens(request.link()), request);

        isPosted(arrival);
        assertThat(arrival.get("error")).isEqualTo("login_required");
    }

    @Test
    @Tag("FormPost-2")
    void so_does_that_of_a_request_without_response_type() {
        party.registers();
        AuthenticationRequest request = request().without("response_type");

        Arrival arrival = party.returned(alice.opens(request.link()), request);

        isPosted(arrival);
        assertThat(arrival.get("error")).isEqualTo("invalid_request");
    }

    private AuthenticationRequest request() {
        return party.request("openid").with("response_mode", "form_post");
    }

    private static void isPosted(Arrival arrival) {
        assertThat(arrival.method()).isEqualTo("POST");
        assertThat(arrival.contentType()).startsWith("application/x-www-form-urlencoded");
        assertThat(arrival.query()).isEmpty();
    }
}
