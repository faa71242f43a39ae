package guichet.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import guichet.oauth.http.HttpLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the services' servers are told agrees with {@link HttpLimits}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceLimitsTest {
    private static final String KIT =
            "kit/src/main/resources/META-INF/microprofile-config.properties";
    private static final String MOVIES_APP = "movies-app/src/main/resources/application.properties";

    @ParameterizedTest
    @ValueSource(strings = {KIT, MOVIES_APP})
    @Tag("RFC9110-4.1")
    void addresses_and_headers_may_be_as_long_everywhere(String file) throws IOException {
        assertThat(limit(file, "max-initial-line-length")).isEqualTo(HttpLimits.REQUEST_LINE);
        assertThat(limit(file, "max-header-size")).isEqualTo(HttpLimits.HEADERS);
    }

    @Test
    void bodies_may_be_as_large_in_the_services_and_no_larger_in_the_application()
            throws IOException {
        assertThat(limit(KIT, "max-body-size")).isEqualTo(HttpLimits.BODY);
        assertThat(limit(MOVIES_APP, "max-body-size")).isLessThanOrEqualTo(HttpLimits.BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {KIT, MOVIES_APP})
    void nobody_holds_a_connection_by_silence_or_all_by_their_number(String file)
            throws IOException {
        assertThat(properties(file))
                .containsEntry("quarkus.http.idle-timeout", "55S")
                .containsEntry("quarkus.http.read-timeout", "30S")
                .containsEntry("quarkus.http.limits.max-connections", "2000");
    }

    /** What is checked of a request is what HTTP/1 has. */
    @ParameterizedTest
    @ValueSource(strings = {KIT, MOVIES_APP})
    void no_other_HTTP_is_spoken(String file) throws IOException {
        assertThat(properties(file)).containsEntry("quarkus.http.http2", "false");
    }

    private static int limit(String file, String name) throws IOException {
        String value = properties(file).getProperty("quarkus.http.limits." + name);
        return value.endsWith("K")
                ? 1024 * Integer.parseInt(value.substring(0, value.length() - 1))
                : Integer.parseInt(value);
    }

    private static Properties properties(String file) throws IOException {
        var properties = new Properties();
        try (var text = Files.newBufferedReader(Path.of("../..").resolve(file))) {
            properties.load(text);
        }
        return properties;
    }
}
