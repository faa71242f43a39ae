package guichet.kit.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.oauth.Reason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class ErrorBodyTest {
    @Test
    void an_error_is_told_with_a_description_and_a_page_and_nothing_else() throws Exception {
        var error = Reason.PARAMETER_MISSING.error("parameter code is missing");

        String json =
                new ObjectMapper().writeValueAsString(new ErrorBody(error, "https://auth.example"));

        assertThat(json)
                .isEqualTo(
                        """
                        {"error":"invalid_request","error_description":"parameter code is missing",\
                        "error_uri":"https://auth.example/errors/parameter-missing"}\
                        """);
    }
}
