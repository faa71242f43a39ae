package guichet.token.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import guichet.guard.setting.StartWith;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With which settings token-service does not start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartRefusalTest {
    private static final String CREDENTIAL = "thirty-two-letters-as-are-needed";

    /** All that has no default. */
    private static final Map<String, String> NEEDED =
            Map.ofEntries(
                    Map.entry("GUICHET_ISSUER", "https://auth.example"),
                    Map.entry("GUICHET_INTERNAL_TLS_FOLDER", "/certificates"),
                    Map.entry("GUICHET_DATABASE_URL", "jdbc:postgresql://db.example/it"),
                    Map.entry("GUICHET_DATABASE_USERNAME", "it"),
                    Map.entry("GUICHET_DATABASE_PASSWORD", "hush"),
                    Map.entry("GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN", CREDENTIAL),
                    Map.entry("GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN", CREDENTIAL),
                    Map.entry("GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY", CREDENTIAL),
                    Map.entry("GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION", CREDENTIAL),
                    Map.entry("GUICHET_INTERNAL_REGISTRY_URL", "https://registry:8281"),
                    Map.entry("GUICHET_INTERNAL_AUTHORIZATION_URL", "https://authorization:8282"),
                    Map.entry(
                            "GUICHET_TOKEN_KEY_ENCRYPTION_KEY",
                            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                    Map.entry(
                            "GUICHET_TOKEN_REFRESH_DERIVATION_KEY",
                            "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));

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
    @CsvSource(
            delimiter = '|',
            value = {
                "GUICHET_GATEWAY_ADDRESS | '' | or left out",
                "GUICHET_INTERNAL_REGISTRY_URL | http://registry:8181 | an https address",
                "GUICHET_INTERNAL_REGISTRY_URL | registry:8281 | an https address",
                "GUICHET_TOKEN_KEY_SECOND_ENCRYPTION_KEY | hush | base64 of 32 bytes",
                "GUICHET_TOKEN_REFRESH_SECOND_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_LIMIT_PASSWORD_GRANT | many | how often and in which time",
                "GUICHET_LIMIT_PASSWORD_GRANT_OF_CLIENT | 0/1m | how often and in which time",
                "GUICHET_ISSUER | https://auth.example/ | slash at the end",
                "GUICHET_ISSUER | auth.example | an https address",
                "GUICHET_OUTSIDE_ALLOWED_PORTS | https | a whole number",
                "GUICHET_OUTSIDE_ALLOWED_PORTS | 443,70000 | from 1 to 65535",
                "GUICHET_OUTSIDE_DENIED_NETWORKS | 10.0.0.0/8,inside/8 | networks such as",
                "GUICHET_OUTSIDE_CA_FILE | /nowhere.pem | a file with certificates",
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
