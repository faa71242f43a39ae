package guichet.system.openid;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.stack.HttpsStack.Provider;
import guichet.system.stack.OnHttpsStack;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The profiles <i>basic</i> and <i>dynamic</i>: requests as JWTs, OpenID Connect Core §6. */
@OnHttpsStack
class RequestObjectTest {
    private static final String OBJECT = "/request.jwt";

    @AutoClose private final RelyingParty party;
    @AutoClose private final Visitor alice;

    RequestObjectTest(Provider provider) {
        this.party = new RelyingParty(provider);
        this.alice = Visitor.named("alice", provider);
    }

    @Test
    @Tag("OIDC-Core-6.2")
    void a_request_is_read_where_the_client_registered_it() {
        registersItsAddress("none");
        AuthenticationRequest request = party.request("openid");
        publishes(ClientKeys.unsigned(request.parameters()));

        Arrival arrival = party.sends(alice, byReference(request));

        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("OIDC-Core-6.2")
    void a_request_that_is_read_there_may_be_unsigned_unless_registered_otherwise() {
        party.registers(
                client -> client.putArray("request_uris").add(party.site().address(OBJECT) + ""));
        AuthenticationRequest request = party.request("openid");
        publishes(ClientKeys.unsigned(request.parameters()));

        Arrival arrival = party.sends(alice, byReference(request));

        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("OIDC-Core-6.3.2")
    void a_signed_request_is_read_there_too() {
        registersItsAddress("RS256");
        AuthenticationRequest request = party.request("openid");
        publishes(
                party.keys()
                        .requestObject(
                                request.parameters(),
                                party.clientId(),
                                party.provider().text("issuer")));

        Arrival arrival = party.sends(alice, byReference(request));

        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("OIDC-Core-6.1")
    void an_unsigned_request_by_value_is_taken_from_a_client_that_registered_so() {
        party.registers(client -> client.put("request_object_signing_alg", "none"));
        AuthenticationRequest request = party.request("openid");

        Arrival arrival = party.sends(alice, byValue(request));

        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("OIDC-Core-6.1")
    void an_unsigned_request_by_value_is_taken_from_a_client_that_registered_no_algorithm() {
        party.registers();
        AuthenticationRequest request = party.request("openid");

        Arrival arrival = party.sends(alice, byValue(request));

        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("OIDC-Core-6.1")
    void a_client_that_registered_an_algorithm_is_held_to_it() {
        party.registers(client -> client.put("request_object_signing_alg", "RS256"));

        alice.opens(byValue(party.request("openid")).link());

        assertThat(party.site().awaits(RelyingParty.CALLBACK).get("error"))
                .isEqualTo("invalid_request_object");
    }

    @Test
    @Tag("OIDC-Core-6.1")
    void the_address_in_the_object_is_the_one_that_counts() {
        party.registers(client -> client.put("request_object_signing_alg", "none"));
        AuthenticationRequest request = party.request("openid");
        String elsewhere = party.site().address("/elsewhere").toString();

        Arrival arrival = party.sends(alice, byValue(request).with("redirect_uri", elsewhere));

        assertThat(party.redeems(arrival, request).accessToken()).isNotBlank();
    }

    @Test
    @Tag("OIDC-Core-6.1")
    void nobody_is_sent_to_an_address_beside_an_object_that_is_refused() {
        party.registers(client -> client.put("request_object_signing_alg", "RS256"));
        String elsewhere = party.site().address("/elsewhere").toString();

        alice.opens(byValue(party.request("openid")).with("redirect_uri", elsewhere).link());

        assertThat(party.site().awaits(RelyingParty.CALLBACK).get("error"))
                .isEqualTo("invalid_request_object");
        assertThat(party.site().arrived("/elsewhere")).isEmpty();
    }

    private void registersItsAddress(String algorithm) {
        party.registers(client -> {
            client.putArray("request_uris").add(party.site().address(OBJECT).toString());
            client.put("request_object_signing_alg", algorithm);
        });
    }

    private void publishes(String object) {
        party.site().publishes(OBJECT, "application/jwt", () -> object);
    }

    /** What has to stand beside the object, and the state, by which the test knows the answer. */
    private AuthenticationRequest byReference(AuthenticationRequest request) {
        return outer(request).with("request_uri", party.site().address(OBJECT).toString());
    }

    private static AuthenticationRequest byValue(AuthenticationRequest request) {
        return outer(request).with("request", ClientKeys.unsigned(request.parameters()));
    }

    private static AuthenticationRequest outer(AuthenticationRequest request) {
        return request.without("nonce");
    }
}
