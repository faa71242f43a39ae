package guichet.registryclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import guichet.kit.json.ServiceJson;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisteredClientTest {
    /** What stands in the place of a host after a private-use scheme is nobody's address. */
    @ParameterizedTest
    @CsvSource({
        "'\"Ciné Club\"', https://cine.example/cb, Ciné Club",
        "null, https://cine.example/cb, cine.example",
        "null, com.example.app://bank.example/cb, shop",
    })
    @Tag("OIDC-Registration-2")
    void is_shown_by_its_name_or_host_or_identifier(String name, String address, String shown)
            throws JsonProcessingException {
        var client =
                ServiceJson.mapper()
                        .readValue(
                                ClientJson.of(
                                        "shop",
                                        "\"client_name\": %s, \"redirect_uris\": [\"%s\"]"
                                                .formatted(name, address)),
                                RegisteredClient.class);

        assertThat(client.nameFor(Locale.ENGLISH)).isEqualTo(shown);
    }
}
