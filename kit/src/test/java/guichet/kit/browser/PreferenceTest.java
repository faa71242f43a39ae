package guichet.kit.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9110-12.5.1")
class PreferenceTest {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE;
    private static final MediaType XHTML = MediaType.APPLICATION_XHTML_XML_TYPE;
    private static final MediaType WEBP = new MediaType("image", "webp");
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType PROBLEM = new MediaType("application", "problem+json");
    private static final MediaType ANYTHING = MediaType.WILDCARD_TYPE;

    @Test
    void browsers_name_pages_first() {
        assertThat(Preference.of(List.of(HTML, XHTML, WEBP, ANYTHING))).isEqualTo(Preference.PAGE);
        assertThat(Preference.of(List.of(WEBP, XHTML))).isEqualTo(Preference.PAGE);
    }

    @Test
    void programs_name_json_first_or_nothing() {
        assertThat(Preference.of(List.of(JSON, HTML))).isEqualTo(Preference.JSON);
        assertThat(Preference.of(List.of(PROBLEM, HTML))).isEqualTo(Preference.JSON);
        assertThat(Preference.of(List.of(ANYTHING, HTML))).isEqualTo(Preference.JSON);
        assertThat(Preference.of(List.of(WEBP))).isEqualTo(Preference.JSON);
        assertThat(Preference.of(List.of())).isEqualTo(Preference.JSON);
    }
}
