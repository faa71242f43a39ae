package guichet.system.flow;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.system.actor.Application;
import guichet.system.actor.Person.Redirect;
import guichet.system.stack.OnStack;
import guichet.system.stack.RunningStack.Suite;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnStack
class AuthorizationRequestRefusalTest {
    private final Suite stack;
    private Application mobile;

    AuthorizationRequestRefusalTest(Suite stack) {
        this.stack = stack;
    }

    @BeforeEach
    void a_public_application() {
        mobile =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Mobile", "redirect_uris": ["http://127.0.0.1:9999/cb"],
                                 "token_endpoint_auth_method": "none", "scope": "movies:read"}\
                                """);
    }

    @ParameterizedTest
    @Tag("RFC6749-4.1.2.1")
    @CsvSource({
        "client_id,    nobody",
        "redirect_uri, https://evil.example/cb",
        "redirect_uri, http://127.0.0.1:9999/cb/more",
        "redirect_uri, http://127.0.0.1:9999/cb?more=1",
    })
    void a_wrong_client_or_redirect_address_gets_a_page_and_no_redirect(String name, String value) {
        var parameters = mobile.parameters("movies:read", "s1");
        parameters.put(name, value);

        var page = stack.person("alice").opens(stack.http().issuer("/auth", parameters));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.address().toString()).startsWith(stack.issuer().toString());
        assertThat(page.body()).contains("<html").doesNotContain("evil.example/cb\"");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type,         token,              unsupported_response_type",
        "response_type,         '',                 invalid_request",
        "scope,                 stats:read,         invalid_scope",
        "scope,                 movies:fly,         invalid_scope",
        "code_challenge,        '',                 invalid_request",
        "code_challenge,        short,              invalid_request",
        "code_challenge_method, plain,              invalid_request",
    })
    void other_faults_return_to_the_application(String name, String value, String error) {
        var parameters = mobile.parameters("movies:read", "s1");
        parameters.put(name, value);

        var redirect = answerTo(parameters);

        assertThat(redirect.get("error")).isEqualTo(error);
        assertThat(redirect.get("state")).isEqualTo("s1");
        assertThat(redirect.get("iss")).isEqualTo(stack.issuer().toString());
    }

    @Test
    void the_abandoned_implicit_flow_is_told_what_to_use_instead() {
        var parameters = mobile.parameters("movies:read", "s1");
        parameters.put("response_type", "token");

        assertThat(answerTo(parameters).get("error_description")).contains("response_type=code");
    }

    @Test
    void failures_go_to_the_registered_failure_address() {
        var careful =
                stack.http()
                        .registers(
                                """
                                {"client_name": "Careful", "redirect_uris": ["http://127.0.0.1:9999/cb"],
                                 "failure_redirect_uri": "http://127.0.0.1:9999/sorry"}\
                                """);

        var redirect =
                stack.person("alice").refuses(careful.authorizationRequest("movies:read", "s1"));

        assertThat(redirect.address().toString()).startsWith("http://127.0.0.1:9999/sorry?");
        assertThat(redirect.get("error")).isEqualTo("access_denied");
        assertThat(redirect.get("state")).isEqualTo("s1");
    }

    @Test
    @Tag("RFC8252-7.3")
    void a_loopback_address_may_use_any_port() {
        var parameters = mobile.parameters("movies:read", "s1");
        parameters.put("redirect_uri", "http://127.0.0.1:54321/cb");

        var redirect = stack.person("alice").authorizes(stack.http().issuer("/auth", parameters));

        assertThat(redirect.address().toString()).startsWith("http://127.0.0.1:54321/cb?");
    }

    private Redirect answerTo(Map<String, String> parameters) {
        return stack.person("alice").authorizes(stack.http().issuer("/auth", parameters));
    }
}
