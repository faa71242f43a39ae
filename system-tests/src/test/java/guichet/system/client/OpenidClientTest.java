package guichet.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.system.actor.Person;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The certified client of the Node world: registers itself, signs people in and out. */
@OnStack
class OpenidClientTest {
    private static OpenidClient client;

    private final Suite stack;
    private final Person alice;

    OpenidClientTest(Suite stack) {
        this.stack = stack;
        this.alice = stack.person("alice");
    }

    @BeforeAll
    static void install() throws Exception {
        client = OpenidClient.install();
    }

    @ParameterizedTest
    @CsvSource({
        "code flow,                RS256",
        "'code flow, ES256',       ES256",
        "'code flow, public client', RS256",
        "private_key_jwt,          RS256",
        "discovery,                RS256",
        "max_age,                  RS256",
    })
    @Tag("OIDC-Core-3.1")
    void signs_a_person_in(String scenario, String algorithm) throws Exception {
        JsonNode result = result(scenario);

        assertThat(result.get("algorithm").asText()).isEqualTo(algorithm);
        assertThat(result.at("/claims/iss").asText()).isEqualTo(stack.issuer().toString());
        assertThat(result.at("/userinfo/sub")).isEqualTo(result.at("/claims/sub"));
        assertThat(result.at("/userinfo/name").asText()).isEqualTo("Alice Martin");
        assertThat(result.get("films").asInt()).isEqualTo(200);
    }

    @Test
    @Tag("OIDC-Core-12")
    void refreshes() throws Exception {
        JsonNode result = result("refresh");

        assertThat(result.get("rotated").asBoolean()).isTrue();
        assertThat(result.at("/subjects/1")).isEqualTo(result.at("/subjects/0"));
        assertThat(result.get("films").asInt()).isEqualTo(200);
    }

    @Test
    @Tag("RFC7009-2.1")
    @Tag("RFC7662-2.1")
    void introspects_and_revokes() throws Exception {
        JsonNode result = result("introspection and revocation");

        assertThat(result.at("/before/active").asBoolean()).isTrue();
        assertThat(result.at("/before/scope").asText().split(" ")).contains("movies:read");
        assertThat(result.at("/after/active").asBoolean(true)).isFalse();
    }

    @Test
    @Tag("RFC6749-4.4")
    void acts_as_itself() throws Exception {
        assertThat(result("client credentials").get("films").asInt()).isEqualTo(200);
    }

    @Test
    @Tag("OIDC-RPInitiated-2")
    void signs_a_person_out() throws Exception {
        JsonNode last =
                client.plays(
                        "sign out",
                        stack,
                        address ->
                                address.getPath().equals("/auth")
                                        ? alice.authorizes(address).address()
                                        : alice.signsOut(address));

        assertThat(last.at("/result/left").asText())
                .isEqualTo("http://127.0.0.1:9999/out?state=the-state");
    }

    @Test
    @Tag("RFC7636-4.6")
    void is_refused_with_another_verifier() throws Exception {
        JsonNode refused = refused("wrong verifier");

        assertThat(refused.get("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    @Tag("OIDC-Core-3.1.3.7")
    void would_not_take_an_id_token_of_another_request() throws Exception {
        JsonNode refused = refused("another nonce");

        assertThat(refused.get("code").asText()).isEqualTo("OAUTH_JWT_CLAIM_COMPARISON_FAILED");
    }

    @Test
    @Tag("OIDC-Core-3.1.2.6")
    void understands_that_nobody_is_signed_in() throws Exception {
        JsonNode refused = refused("prompt none");

        assertThat(refused.get("error").asText()).isEqualTo("login_required");
    }

    private JsonNode result(String scenario) throws Exception {
        JsonNode last = plays(scenario);
        assertThat(last.has("result")).as(last.toString()).isTrue();
        return last.get("result");
    }

    private JsonNode refused(String scenario) throws Exception {
        JsonNode last = plays(scenario);
        assertThat(last.has("refused")).as(last.toString()).isTrue();
        return last.get("refused");
    }

    private JsonNode plays(String scenario) throws Exception {
        return client.plays(scenario, stack, address -> alice.authorizes(address).address());
    }
}
