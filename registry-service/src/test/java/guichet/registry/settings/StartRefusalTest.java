package guichet.registry.settings;

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

/** With which settings registry-service does not start. */
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
                    Map.entry("GUICHET_CREDENTIAL_AUTHORIZATION_TO_REGISTRY", CREDENTIAL),
                    Map.entry("GUICHET_CREDENTIAL_TOKEN_TO_REGISTRY", CREDENTIAL),
                    Map.entry("GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN", CREDENTIAL),
                    Map.entry("GUICHET_INTERNAL_TOKEN_URL", "https://token:8283"),
                    Map.entry(
                            "GUICHET_CLIENT_SECRET_DERIVATION_KEY",
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
                "GUICHET_INTERNAL_TOKEN_URL | http://token:8183 | an https address",
                "GUICHET_CLIENT_SECOND_SECRET_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_REGISTRATION_UNFINISHED_LIFETIME_BY_TOKEN | 1h | 61m or more",
                "GUICHET_REGISTRATION_PASSWORD_GRANT | ture | true or false",
                "GUICHET_LOGO_ROOM | much | an amount of memory",
                "GUICHET_LIMIT_REGISTRATION | 100 | how often and in which time",
                "GUICHET_ISSUER | https://auth.example/ | slash at the end",
                "GUICHET_ISSUER | auth.example | an https address",
                "GUICHET_OUTSIDE_ALLOWED_PORTS | https | a whole number",
                "GUICHET_OUTSIDE_ALLOWED_PORTS | 443,70000 | from 1 to 65535",
                "GUICHET_OUTSIDE_DENIED_NETWORKS | 10.0.0.0/8,inside/8 | networks such as",
                "GUICHET_OUTSIDE_CA_FILE | /nowhere.pem | a file with certificates",
                "GUICHET_CREDENTIAL_REGISTRY_TO_TOKEN | thirty-one-letters-are-too-few. | 32 characters or more",
                "GUICHET_CLIENT_SECRET_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_REGISTRATION_OPEN | everybody | true or false",
                "GUICHET_REGISTRATION_INITIAL_ACCESS_TOKENS | thirty-one-characters-are-short | 32 characters or more",
                "GUICHET_REGISTRATION_SCHEMES | cursor,javascript | schemes that lead to an application",
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
