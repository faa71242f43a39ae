package guichet.registry.settings;

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

/** With which settings registry-service does not start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartRefusalTest {
    /** All that has no default. */
    private static final Map<String, String> NEEDED =
            NeededSettings.with(
                    Map.of(
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_REGISTRY", CREDENTIAL,
                            "GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY", CREDENTIAL,
                            "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN", CREDENTIAL,
                            "GUICHET_INTERNAL_TOKEN_URL", "https://token:8283",
                            "GUICHET_CLIENT_SECRET_DERIVATION_KEY", KEY));

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
                "GUICHET_INTERNAL_TOKEN_URL | http://token:8183 | an https address",
                "GUICHET_CLIENT_SECOND_SECRET_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_REGISTRATION_UNFINISHED_LIFETIME_BY_TOKEN | 1h | 61m or more",
                "GUICHET_REGISTRATION_UNUSED_LIFETIME | 1d | 2d or more",
                "GUICHET_REGISTRATION_PASSWORD_GRANT | ture | true or false",
                "GUICHET_LOGO_ROOM | much | an amount of memory",
                "GUICHET_LIMIT_REGISTRATION | 100 | how often and in which time",
                "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN | thirty-one-letters-are-too-few. | 32"
                        + " characters or more",
                "GUICHET_CLIENT_SECRET_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_REGISTRATION_OPEN | everybody | true or false",
                "GUICHET_REGISTRATION_INITIAL_ACCESS_TOKENS | thirty-one-characters-are-short | 32"
                        + " characters or more",
                "GUICHET_REGISTRATION_SCHEMES | cursor,javascript | schemes that lead to an"
                        + " application",
                "GUICHET_REGISTRATION_SCHEMES | Data | schemes that lead to an application",
                "GUICHET_REGISTRATION_SCHEMES | cursor:// | without their colon",
                "GUICHET_REGISTRATION_SCHEMES | 1password | schemes",
                "GUICHET_REGISTRATION_UNFINISHED_LIFETIME | 1h | 61m or more"
            })
    void does_not_start_with(String variable, String value, String words) throws Exception {
        assertThat(needed.and(variable, value).faults())
                .singleElement(STRING)
                .startsWith(variable + " ")
                .contains(words);
    }

    @Test
    void believes_statements_of_nobody_whose_keys_are_none() throws Exception {
        String signer = "GUICHET_REGISTRATION_TRUSTED_STATEMENTS_ACME";

        assertThat(
                        needed.and(signer + "_ISSUER", "https://acme.example")
                                .and(signer + "_JWKS", "{}")
                                .faults())
                .containsExactly(
                        signer + "_JWKS must be a JWK Set with a public key that can be used");
        assertThat(needed.and(signer + "_ISSUER", "https://acme.example").faults())
                .containsExactly(signer + " needs either _JWKS or _JWKS_URI");
        assertThat(needed.and(signer + "_JWKS_URI", "https://acme.example/jwks").faults())
                .containsExactly(signer + "_ISSUER is missing");
    }
}
