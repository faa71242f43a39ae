package guichet.kit.audit;

import static guichet.kit.audit.AuditEvent.CLIENT_REGISTERED;
import static guichet.kit.audit.AuditEvent.CODE_REPLAYED;
import static guichet.kit.audit.AuditEvent.FAILURES_LEFT_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import guichet.kit.http.TestClientAddress;
import guichet.kit.time.HandClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The bound on failures; what transactions have to do with it, the services' tests say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTrailTest {
    private final AuditLog log = new AuditLog("a-service");
    private final AuditCapture audit = new AuditCapture();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final AuditTrail trail =
            new AuditTrail(
                    log,
                    new TransactionSynchronizationRegistryImple(),
                    TestClientAddress.unknown(),
                    new HandClock(),
                    () -> 5,
                    meters);

    @AfterEach
    void close() {
        audit.close();
        log.close();
    }

    @Test
    void every_event_is_counted_whether_it_is_written_or_not() {
        for (int time = 0; time < 12; time++) {
            trail.tell(CODE_REPLAYED);
        }
        trail.tell(CLIENT_REGISTERED);

        assertThat(counted(CODE_REPLAYED)).isEqualTo(12);
        assertThat(counted(CLIENT_REGISTERED)).isEqualTo(1);
    }

    private double counted(AuditEvent event) {
        return meters.get("guichet.events").tag("event", event.toString()).counter().count();
    }

    @Test
    void what_is_left_out_of_a_flood_is_counted_and_told_once() {
        for (int time = 0; time < 12; time++) {
            trail.tell(CODE_REPLAYED);
        }
        trail.countWhatWasLeftOut();
        trail.countWhatWasLeftOut();

        assertThat(audit.events(CODE_REPLAYED)).hasSize(5);
        assertThat(audit.event(FAILURES_LEFT_OUT).get("of").asText()).isEqualTo("code-replayed");
        assertThat(audit.event(FAILURES_LEFT_OUT).get("count").asText()).isEqualTo("7");
    }

    @Test
    void what_strangers_chose_stays_in_its_line() {
        trail.tell(CODE_REPLAYED, AuditField.CLIENT.is("a\n{\"event\":\u202e\"\u0007"));

        assertThat(audit.lines())
                .singleElement()
                .asString()
                .contains("\"client\":\"a\\n{\\\"event\\\":\\u202E\\\"\\u0007\"")
                .matches("[ -~]+");
    }
}
