package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RFC6749-B")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormEncodingTest {
    @Test
    void parameters_come_in_their_order_with_what_means_something_escaped() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("state", "a b&c=é");
        parameters.put("iss", "https://issuer.example");

        assertThat(FormEncoding.of(parameters))
                .isEqualTo("state=a+b%26c%3D%C3%A9&iss=https%3A%2F%2Fissuer.example");
    }

    @Test
    void an_address_keeps_the_query_that_it_has() {
        assertThat(FormEncoding.addedTo("https://kiosk.example/cb", Map.of("code", "1")))
                .hasToString("https://kiosk.example/cb?code=1");
        assertThat(FormEncoding.addedTo("https://kiosk.example/cb?seat=7", Map.of("code", "1")))
                .hasToString("https://kiosk.example/cb?seat=7&code=1");
    }
}
