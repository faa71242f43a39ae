package guichet.authorization.settings;

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

/** With which settings authorization-service does not start. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartRefusalTest {
    /** All that has no default. */
    private static final Map<String, String> NEEDED =
            NeededSettings.with(
                    Map.of(
                            "GUICHET_CREDENTIAL_TOKEN_TO_AUTHORIZATION", CREDENTIAL,
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_REGISTRY", CREDENTIAL,
                            "GUICHET_CREDENTIAL_AUTHORIZATION_TO_TOKEN", CREDENTIAL,
                            "GUICHET_INTERNAL_TOKEN_URL", "https://token:8283",
                            "GUICHET_INTERNAL_REGISTRY_URL", "https://registry:8281",
                            "GUICHET_SUBJECT_DERIVATION_KEY", KEY));

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
                "GUICHET_INTERNAL_REGISTRY_URL | nonsense | an https address",
                "GUICHET_PASSWORD_QUEUE | 0 | 1 or more",
                "GUICHET_GRANT_MOST_AT_ONE_CLIENT | 0 | 1 or more",
                "GUICHET_SIGN_UP_UNPROVED_LIFETIME | 23h | 1d or more",
                "GUICHET_WAITING_ROOM | much | an amount of memory",
                "GUICHET_WAITING_ROOM | 32K | 64K or more",
                "GUICHET_AUTHORIZATION_PKCE | never | oauth",
                "GUICHET_AUTHORIZATION_ERROR_REDIRECTS | none | trusted or all",
                "GUICHET_LIMIT_SIGN_IN | often | how often and in which time",
                "GUICHET_SUBJECT_DERIVATION_KEY | hush | base64 of 32 bytes",
                "GUICHET_CODE_LIFETIME | 61s | from 1s to 60s",
                "GUICHET_SESSION_IDLE | 119s | 2m or more",
                "GUICHET_PASSWORD_MINIMUM_LENGTH | 7 | from 8 to 64",
                "GUICHET_PASSWORD_MINIMUM_LENGTH | 65 | from 8 to 64",
                "GUICHET_PASSWORD_CONCURRENT_HASHES | 0 | 1 or more",
                "GUICHET_MAIL_FOLDER | /var/mail | not for the profile prod",
                "GUICHET_TOKEN_GRANT_LIFETIME | 59s | 1m or more",
                "GUICHET_MAIL_AN_HOUR | many | a whole number",
                "GUICHET_MAIL_AN_HOUR | 0 | 1 or more",
                "GUICHET_PASSWORD_PATIENCE | 0s | 1ms or more",
                "GUICHET_SESSION_LIFETIME | 4m | 5m or more",
                "GUICHET_SIGN_UP_OPEN | true | needs mail"
            })
    void does_not_start_with(String variable, String value, String words) throws Exception {
        assertThat(needed.and(variable, value).faults())
                .singleElement(STRING)
                .startsWith(variable + " ")
                .contains(words);
    }

    @Test
    void only_local_has_accounts_and_a_folder_for_mail_built_in() throws Exception {
        var folder = needed.and("GUICHET_MAIL_FOLDER", "/var/mail");

        assertThat(folder.in("local").faults()).isEmpty();
        assertThat(folder.in("local,prod").faults())
                .satisfiesExactlyInAnyOrder(
                        it -> assertThat(it).startsWith("GUICHET_MAIL_FOLDER is for trying"),
                        it -> assertThat(it).startsWith("GUICHET_PEOPLE_ALICE is an account"),
                        it -> assertThat(it).startsWith("GUICHET_PEOPLE_BOB is an account"));
    }

    @Test
    void who_can_send_mail_lets_anybody_sign_up() throws Exception {
        assertThat(
                        needed.and("GUICHET_SIGN_UP_OPEN", "true")
                                .and("QUARKUS_MAILER_FROM", "guichet@guichet.example")
                                .faults())
                .isEmpty();
    }
}
