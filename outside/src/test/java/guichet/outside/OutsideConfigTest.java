package guichet.outside;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.guard.setting.StartWith;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may say of the outside. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutsideConfigTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GUICHET_OUTSIDE_ALLOWED_PORTS | https | a whole number",
                "GUICHET_OUTSIDE_ALLOWED_PORTS | 443,70000 | from 1 to 65535",
                "GUICHET_OUTSIDE_DENIED_NETWORKS | 10.0.0.0/8,inside/8 | networks such as",
                "GUICHET_OUTSIDE_CA_FILE | /nowhere.pem | a file with certificates"
            })
    void no_service_starts_with(String variable, String value, String words) throws Exception {
        assertThat(StartWith.environment(Map.of(variable, value)).faults())
                .filteredOn(fault -> fault.startsWith(variable + " "))
                .singleElement()
                .asString()
                .contains(words);
    }
}
