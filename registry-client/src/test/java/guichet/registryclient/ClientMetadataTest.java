package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import guichet.kit.json.ServiceJson;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC7591-2.2")
class ClientMetadataTest {
    private static final List<String> LANGUAGES =
            List.of("ar", "br", "de", "el", "en", "es", "fr", "it", "pl", "pt", "sv", "tr");

    private final ObjectMapper json = ServiceJson.mapper();

    /** Registrations that say the same are known by it, whichever replica writes it. */
    @Test
    void what_it_says_in_other_languages_is_written_in_one_order() throws Exception {
        var metadata = in(LANGUAGES.reversed());

        var written = json.valueToTree(metadata).path("in_other_languages");

        assertThat(written.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(LANGUAGES.stream().map("client_name#"::concat).toList());
    }

    private ClientMetadata in(List<String> languages) throws JsonProcessingException {
        var names = json.createObjectNode();
        languages.forEach(it -> names.put("client_name#" + it, "Cine"));
        return json.readValue(
                        ClientJson.of("shop", "\"in_other_languages\": " + names),
                        RegisteredClient.class)
                .metadata();
    }
}
