package guichet.registry.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import guichet.kit.postgres.TestPostgres;
import guichet.outside.OutsideCalls;
import guichet.outside.OutsideFailure;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each value of a label is kept for as long as the service runs. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(30)
class MetricLabelsTest {
    private final MeterRegistry meters;
    private final OutsideCalls calls;

    MetricLabelsTest(MeterRegistry meters, OutsideCalls calls) {
        this.meters = meters;
        this.calls = calls;
    }

    @Test
    void invented_methods_are_one_label() {
        each(it -> given().request("INVENTED" + it, "/register"));

        assertThat(labels("method", "OTHER")).noneMatch(it -> it.startsWith("INVENTED"));
    }

    @Test
    void invented_addresses_are_one_label() {
        each(it -> given().get("/register/invented" + it + "/secret/more"));
        each(it -> given().header("Content-Type", "x/y").post("/register/invented" + it));

        assertThat(labels("uri", "UNKNOWN")).noneMatch(it -> it.contains("invented"));
    }

    @Test
    void addresses_that_strangers_have_called_are_one_label() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();

        each(it -> call(server.port(), "/invented" + it));

        assertThat(labels("uri", "any")).noneMatch(it -> it.contains("invented"));
        server.stop();
    }

    private void call(int port, String path) {
        try {
            calls.getAnew(URI.create("http://localhost:%d%s".formatted(port, path)));
        } catch (OutsideFailure _) {
            // nothing is there: it was called
        }
    }

    private static void each(IntConsumer step) {
        IntStream.range(0, 5).forEach(step);
    }

    /** The values of a label once this one is among them: an answer is measured after it left. */
    private List<String> labels(String label, String expected) {
        List<String> found = List.of();
        while (!found.contains(expected)) {
            Thread.onSpinWait();
            found =
                    meters.getMeters().stream()
                            .map(Meter::getId)
                            .map(it -> it.getTag(label))
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList();
        }
        return found;
    }
}
