package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BearerChallengeTest {
    private static final String ISSUER = "https://auth.example";
    private static final BearerChallenge API =
            BearerChallenge.ofApi("https://box.example", "https://box.example/metadata");

    @Test
    @Tag("RFC6750-3")
    void a_challenge_names_the_api_the_fault_and_the_scope_that_is_needed() {
        OAuthError error =
                Reason.SCOPE_INSUFFICIENT
                        .error("more is needed")
                        .withChallenge(API.with("scope", "box:open"));

        assertThat(challenge(error))
                .isEqualTo(
                        "Bearer realm=\"https://box.example\","
                                + " resource_metadata=\"https://box.example/metadata\","
                                + " scope=\"box:open\","
                                + " error=\"insufficient_scope\","
                                + " error_description=\"more is needed\","
                                + " error_uri=\"https://auth.example/errors/scope-insufficient\"");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "TOKEN_MISSING",
                "INITIAL_ACCESS_TOKEN_MISSING",
                "REGISTRATION_ACCESS_TOKEN_MISSING",
                "REGISTRATION_CLOSED"
            })
    @Tag("RFC6750-3.1")
    void without_a_token_there_is_no_error_code(Reason reason) {
        assertThat(challenge(reason.error("send one"))).isEqualTo("Bearer");
    }

    @Test
    @Tag("RFC6750-3.1")
    void a_code_that_is_not_of_bearer_tokens_is_not_named() {
        OAuthError error = Reason.INTERNAL_CALLER_UNKNOWN.error("unknown internal caller");

        assertThat(challenge(error)).isEqualTo("Bearer");
    }

    @Test
    @Tag("RFC6750-3")
    void no_attribute_ends_before_its_end() {
        var odd = BearerChallenge.ofApi("https://box.example/\"\\", "https://box.example");

        assertThat(odd.toString())
                .startsWith("Bearer realm=\"https://box.example/\", resource_metadata=");
    }

    private static String challenge(OAuthError error) {
        return error.headers(ISSUER).get("WWW-Authenticate");
    }
}
