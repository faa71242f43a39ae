package guichet.kit.audit;

import static guichet.kit.audit.AuditEvent.CODE_REPLAYED;
import static guichet.kit.audit.AuditEvent.INTERNAL_CALL_REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailureQuotaTest {
    private final FailureQuota<AuditEvent> quota = new FailureQuota<>(60);

    @Test
    void of_what_one_network_does_only_a_part_is_written() {
        long written = IntStream.range(0, 100).filter(_ -> takes("192.0.2.1")).count();

        assertThat(written).isEqualTo(2);
        assertThat(takes("192.0.2.2")).isTrue();
        assertThat(quota.renew()).containsOnly(entry(CODE_REPLAYED, 98L));
    }

    @Test
    void many_networks_have_a_bound_together() {
        long written = IntStream.range(0, 1000).filter(it -> takes("192.0.2." + it)).count();

        assertThat(written).isEqualTo(60);
        assertThat(quota.renew()).containsEntry(CODE_REPLAYED, 940L);
    }

    @Test
    void where_networks_are_not_known_the_common_bound_holds_alone() {
        long written =
                IntStream.range(0, 100)
                        .filter(_ -> quota.take(CODE_REPLAYED, Optional.empty()))
                        .count();

        assertThat(written).isEqualTo(60);
    }

    @Test
    void one_kind_takes_no_room_from_another() {
        IntStream.range(0, 100).forEach(_ -> takes("192.0.2.1"));

        assertThat(quota.take(INTERNAL_CALL_REFUSED, Optional.of("192.0.2.1"))).isTrue();
    }

    @Test
    void another_minute_has_room_again() {
        IntStream.range(0, 100).forEach(_ -> takes("192.0.2.1"));
        quota.renew();

        assertThat(takes("192.0.2.1")).isTrue();
        assertThat(quota.renew()).isEmpty();
    }

    private boolean takes(String network) {
        return quota.take(CODE_REPLAYED, Optional.of(network));
    }
}
