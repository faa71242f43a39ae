package guichet.token.settings;

import static guichet.kit.settings.NeededSettings.CREDENTIAL;
import static guichet.kit.settings.NeededSettings.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import guichet.guard.setting.StartWith;
import guichet.kit.settings.NeededSettings;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which settings token-service does not start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartRefusalTest {
    /** All that has no default. */
    private static final Map<String, String> NEEDED =
            NeededSettings.with(
                    Map.of(
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN", CREDENTIAL,
                            "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN", CREDENTIAL,
                            "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY", CREDENTIAL,
                            "GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION", CREDENTIAL,
                            "GUICHET_INTERNAL_REGISTRY_URL", "https://registry:8281",
                            "GUICHET_INTERNAL_AUTHORIZATION_URL", "https://authorization:8282",
                            "GUICHET_TOKEN_KEY_ENCRYPTION_KEY", KEY,
                            "GUICHET_TOKEN_REFRESH_DERIVATION_KEY", KEY));

    private static final Iterable<String> NEEDED_NAMES = NEEDED.keySet();

    private final StartWith needed = StartWith.environment(NEEDED);

    @Test
    void starts_with_what_has_no_default() throws Exception {
        assertThat(needed.faults()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("NEEDED_NAMES")
    void does_not_start_without_any_of_them(String variable) throws Exception {
        assertThat(needed.without(variable).faults())
                .singleElement(STRING)
                .startsWith(variable + " is missing");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/refused-settings.csv", delimiter = '|')
    @CsvSource(
            delimiter = '|',
            value = {
                "GUICHET_INTERNAL_REGISTRY_URL | http://registry:8181 | an https address",
                "GUICHET_INTERNAL_REGISTRY_URL | registry:8281 | an https address",
                "GUICHET_TOKEN_KEY_SECOND_ENCRYPTION_KEY | hush | base64 of 32 bytes",
                "GUICHET_TOKEN_REFRESH_SECOND_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_LIMIT_PASSWORD_GRANT | many | how often and in which time",
                "GUICHET_LIMIT_PASSWORD_GRANT_OF_CLIENT | 0/1m | how often and in which time",
                "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN | thirty-one-letters-are-too-few. | 32 characters or more",
                "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY | thirty-one-letters-are-too-few. | 32 characters or more",
                "GUICHET_INTERNAL_CALLERS_AUTHORIZATION_RETIRING_CREDENTIALS | thirty-two-letters-as-are-needed,short | 32 characters",
                "GUICHET_TOKEN_KEY_ENCRYPTION_KEY | no base64! | base64 of 32 bytes",
                "GUICHET_TOKEN_KEY_ENCRYPTION_KEY | AAECAwQFBgcICQoLDA0ODw== | base64 of 32 bytes",
                "GUICHET_TOKEN_REFRESH_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_TOKEN_KEY_ROTATION | often | a time such as",
                "GUICHET_TOKEN_KEY_ROTATION | 10m | longer than a key is announced",
                "GUICHET_TOKEN_KEY_JWKS_CACHE | -1s | 0s or more",
                "GUICHET_TOKEN_KEY_ANNOUNCEMENT | 5m | PT5M10S or more",
                "GUICHET_TOKEN_CLIENT_ASSERTION_LIFETIME | 59s | from 1m to 24h",
                "GUICHET_TOKEN_CLIENT_ASSERTION_LIFETIME | 25h | from 1m to 24h",
                "GUICHET_TOKEN_CLIENT_REGISTERED_METHOD_ONLY | ture | true or false",
                "GUICHET_TOKEN_REFRESH_RETRY_WINDOW | short | a time such as",
                "GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME | 0s | from 1s to 24h",
                "GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME | 25h | from 1s to 24h",
                "GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME | an hour | a time such as",
                "GUICHET_TOKEN_ID_TOKEN_LIFETIME | 0s | 1s or more",
                "GUICHET_TOKEN_QUERY_PARAMETERS | yes | refuse",
                "GUICHET_TOKEN_GRANT_LIFETIME | 59s | 1m or more",
                "GUICHET_TOKEN_GRANT_LIFETIME | '' | is missing"
            })
    void does_not_start_with(String variable, String value, String words) throws Exception {
        assertThat(needed.and(variable, value).faults())
                .singleElement(STRING)
                .startsWith(variable + " ")
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8181", "http://localhost:1", "http://[::1]:8181"})
    void may_call_neighbours_in_clear_text_on_this_machine(String address) throws Exception {
        assertThat(needed.and("GUICHET_INTERNAL_REGISTRY_URL", address).faults()).isEmpty();
    }

    @Test
    void an_empty_second_key_is_none() throws Exception {
        assertThat(needed.and("GUICHET_TOKEN_KEY_SECOND_ENCRYPTION_KEY", "").faults()).isEmpty();
    }
}
