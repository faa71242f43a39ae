package guichet.kit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.error.ErrorBody;
import guichet.oauth.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalPageTest {
    private static final ErrorBody REFUSAL =
            new ErrorBody(
                    Reason.METHOD_UNSUPPORTED.error("no <b>GET</b> & no PUT"),
                    "https://auth.example");

    @Test
    void a_refusal_is_told_in_its_own_words_and_leads_to_the_page_that_explains_it() {
        assertThat(RefusalPage.of(REFUSAL, 405))
                .contains("<h1>This address is for programs</h1>")
                .contains("href=\"https://auth.example/errors/method-unsupported\"");
    }

    @Test
    void what_a_stranger_wrote_is_text() {
        assertThat(RefusalPage.of(REFUSAL, 405)).contains("No &lt;b>GET&lt;/b> &amp; no PUT");
    }
}
