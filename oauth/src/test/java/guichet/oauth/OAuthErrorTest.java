package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class OAuthErrorTest {
    private static final String ISSUER = "https://auth.example";

    @Test
    void a_client_reads_the_code_what_is_wrong_and_where_it_is_explained() {
        OAuthError error = Reason.PARAMETER_MISSING.error("parameter %s is missing", "code");

        assertThat(error.parameters(ISSUER).toString())
                .isEqualTo(
                        "{error=invalid_request, error_description=parameter code is missing,"
                                + " error_uri=https://auth.example/errors/parameter-missing}");
    }

    @Test
    void an_issuer_with_a_slash_at_its_end_has_the_same_pages() {
        assertThat(Reason.TOKEN_EXPIRED.page(ISSUER + "/"))
                .isEqualTo("https://auth.example/errors/token-expired");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "CLIENT_AUTHENTICATION_FAILED",
                "CODE_OR_TOKEN_NOT_GOOD",
                "PASSWORD_NOT_GOOD",
                "SERVICE_AWAY",
                "SERVICE_FAILED"
            })
    void what_would_help_somebody_who_tries_is_for_the_log_alone(Reason reason) {
        OAuthError error = reason.error("wrong secret, client %s", 7);

        assertThat(error.parameters(ISSUER).toString()).doesNotContain("wrong secret");
        assertThat(error.cause()).isEqualTo("wrong secret, client 7");
    }

    @ParameterizedTest
    @EnumSource(names = {"ASSERTION_EXPIRED", "SIGN_IN_THROTTLED", "KEYS_NOT_HERE"})
    void what_tells_nothing_about_others_is_told_under_the_same_code(Reason reason) {
        assertThat(reason.error("wait").description()).isEqualTo("wait");
    }

    @ParameterizedTest
    @EnumSource(names = {"PARAMETER_MISSING", "SERVICE_FAILED", "KEYS_NOT_HERE"})
    @Tag("RFC9110-11.6.1")
    void where_no_proof_would_help_none_is_asked_for(Reason reason) {
        assertThat(reason.error("no").headers(ISSUER))
                .containsExactly(entry("Cache-Control", "no-store"));
    }

    @Test
    @Tag("RFC9110-10.2.3")
    void who_is_to_wait_reads_how_long() {
        OAuthError error =
                Reason.SIGN_IN_THROTTLED.error("wait").withRetryAfter(Duration.ofMinutes(2));

        assertThat(error.headers(ISSUER)).containsEntry("Retry-After", "120");
    }

    @Test
    void what_strangers_wrote_is_no_format() {
        assertThat(Reason.PERSON_MALFORMED.error("%s", "100 %n %s").description())
                .isEqualTo("100 %n %s");
    }

    @Test
    void a_refusal_is_an_answer_and_has_no_stack_trace() {
        OAuthException refusal = Reason.SERVICE_BUSY.refuse("too many at once");

        assertThat(refusal).hasMessage("temporarily_unavailable: too many at once");
        assertThat(refusal.getStackTrace()).isEmpty();
    }
}
