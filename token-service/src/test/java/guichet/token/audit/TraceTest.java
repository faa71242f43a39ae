package guichet.token.audit;

import static guichet.kit.audit.AuditEvent.CODE_REPLAYED;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import guichet.kit.audit.AuditCapture;
import guichet.kit.postgres.TestPostgres;
import guichet.token.neighbour.Neighbours;
import guichet.token.request.TokenCall;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What belongs together is known by one name, here and at the neighbours. */
@QuarkusTest
@WithTestResource(value = TestPostgres.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("W3C-trace-context-3")
class TraceTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "00-%s-b7ad6b7169203331-01".formatted(TRACE);

    private final String code = Neighbours.replayedCode(UUID.randomUUID().toString());

    @Test
    void the_trace_of_the_caller_goes_on_to_the_neighbours_and_is_in_what_is_told() {
        try (var audit = new AuditCapture()) {
            redeem(given().header("traceparent", PARENT));

            assertThat(Neighbours.tracesOf(code))
                    .singleElement()
                    .asString()
                    .matches("00-%s-[0-9a-f]{16}-01".formatted(TRACE))
                    .isNotEqualTo(PARENT);
            assertThat(audit.event(CODE_REPLAYED).get("trace_id").asText()).isEqualTo(TRACE);
        }
    }

    @Test
    void without_one_it_begins_here_and_each_request_has_its_own() {
        redeem(given());
        redeem(given());

        List<String> traces =
                Neighbours.tracesOf(code).stream().map(it -> it.substring(0, 35)).toList();
        assertThat(traces).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void every_line_of_the_log_has_it() {
        var log = new TracedLines();
        Logger.getLogger("guichet.refusal").addHandler(log);
        try {
            redeem(given().header("traceparent", PARENT));
        } finally {
            Logger.getLogger("guichet.refusal").removeHandler(log);
        }

        assertThat(log.trace).isEqualTo(TRACE);
    }

    private void redeem(RequestSpecification request) {
        TokenCall.with(
                        request.formParam("client_id", Neighbours.publicClient()),
                        Map.of("grant_type", "authorization_code", "code", code))
                .statusCode(400);
    }

    /** The trace of the last line. */
    private static final class TracedLines extends Handler {
        private volatile @Nullable String trace;

        @Override
        public void publish(LogRecord line) {
            trace = ExtLogRecord.wrap(line).getMdc("trace_id");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
