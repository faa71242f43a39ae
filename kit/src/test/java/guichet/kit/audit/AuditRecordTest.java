package guichet.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import guichet.kit.audit.AuditRecord.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditRecordTest {
    @Test
    void what_is_known_stands_in_the_order_in_which_it_is_read() {
        var event =
                new AuditRecord(
                        Instant.EPOCH,
                        AuditEvent.CODE_REPLAYED,
                        List.of(AuditField.CLIENT.is("a client"), AuditField.GRANT.is("a grant")),
                        new Origin(Optional.of("192.0.2.1"), Optional.of("a trace")));

        assertThat(event.members("a-service"))
                .containsExactly(
                        entry("timestamp", "1970-01-01T00:00:00Z"),
                        entry("loggerName", "guichet.audit"),
                        entry("service", "a-service"),
                        entry("event", "code-replayed"),
                        entry("outcome", "failure"),
                        entry("client", "a client"),
                        entry("grant", "a grant"),
                        entry("network", "192.0.2.1"),
                        entry("trace_id", "a trace"));
    }

    @Test
    void what_is_not_known_is_left_out() {
        var event =
                new AuditRecord(
                        Instant.EPOCH,
                        AuditEvent.GRANTS_ENDED,
                        List.of(AuditField.PERSON.is(Optional.empty())),
                        new Origin(Optional.empty(), Optional.empty()));

        assertThat(event.members("a-service"))
                .containsOnlyKeys("timestamp", "loggerName", "service", "event", "outcome");
    }

    @Test
    void what_is_too_long_is_cut() {
        Fact fact = AuditField.REDIRECT_URIS.are(List.of("https://" + "😀".repeat(1000)));

        assertThat(fact.value().orElseThrow())
                .startsWith("https://😀")
                .endsWith("😀…")
                .hasSize(993);
    }
}
