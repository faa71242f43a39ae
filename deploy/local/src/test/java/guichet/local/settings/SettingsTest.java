package guichet.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guichet.local.stack.Service;
import guichet.local.terminal.Failure;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings of an environment reach which service. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {
    private final Settings settings =
            new Settings(
                    Map.of(
                            Service.TOKEN,
                            reading(
                                    "guichet.token.access-token-lifetime",
                                    "guichet.outside.ca-file"),
                            Service.REGISTRY,
                            reading(
                                    "guichet.clients.",
                                    "guichet.outside.ca-file",
                                    "guichet.database.url")));

    @Test
    void each_goes_to_the_services_that_read_it_and_to_no_other() {
        var shared =
                settings.share(
                        Map.of(
                                "GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME", "70s",
                                "GUICHET_OUTSIDE_CA_FILE", "/tmp/ca.pem",
                                "GUICHET_CLIENTS_KIOSK_SCOPE", "movies:read"));

        assertThat(shared.get(Service.TOKEN))
                .containsOnly(
                        Map.entry("GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME", "70s"),
                        Map.entry("GUICHET_OUTSIDE_CA_FILE", "/tmp/ca.pem"));
        assertThat(shared.get(Service.REGISTRY))
                .containsOnly(
                        Map.entry("GUICHET_OUTSIDE_CA_FILE", "/tmp/ca.pem"),
                        Map.entry("GUICHET_CLIENTS_KIOSK_SCOPE", "movies:read"));
    }

    @Test
    void what_the_commands_read_and_what_is_not_ours_is_left_alone() {
        var shared =
                settings.share(
                        Map.of(
                                "GUICHET_ISSUER", "http://localhost:8080",
                                "GUICHET_API", "http://localhost:8090",
                                "PATH", "/bin"));

        assertThat(shared).allSatisfy((_, of) -> assertThat(of).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "GUICHET_TOKEN_ACCES_TOKEN_LIFETIME, GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME",
        "GUICHET_ACCESS_TOKEN_LIFETIME, GUICHET_TOKEN_ACCESS_TOKEN_LIFETIME",
        "GUICHET_OUTSIDE_CAFILE, GUICHET_OUTSIDE_CA_FILE",
        "GUICHET_ISUER, GUICHET_ISSUER",
    })
    void what_none_reads_is_refused_with_what_may_have_been_meant(String name, String meant) {
        assertThatThrownBy(() -> settings.share(Map.of(name, "x")))
                .isInstanceOf(Failure.class)
                .hasMessage("%s is no setting: did you mean %s?".formatted(name, meant));
    }

    @Test
    void all_that_none_reads_is_named_at_once() {
        assertThatThrownBy(() -> settings.share(Map.of("GUICHET_ISUER", "x", "GUICHET_APY", "y")))
                .hasMessageContaining("GUICHET_ISUER")
                .hasMessageContaining("GUICHET_APY");
    }

    @Test
    void one_database_for_all_services_is_refused() {
        assertThatThrownBy(() -> settings.share(Map.of("GUICHET_DATABASE_URL", "jdbc:postgresql:")))
                .hasMessageStartingWith("GUICHET_DATABASE_URL: ");
    }

    private static ReadSettings reading(String... properties) {
        return ReadSettings.ofProperties(Set.of(properties));
    }
}
