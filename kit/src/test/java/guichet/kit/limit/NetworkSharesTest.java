package guichet.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkSharesTest {
    private Optional<String> sender = Optional.of("one");
    private final NetworkShares shares = new NetworkShares(100, () -> sender);

    @Test
    void a_class_of_forty_behind_one_address_waits_side_by_side() {
        assertThat(taken(40)).isEqualTo(40);
    }

    @Test
    void one_network_alone_has_half_of_the_places() {
        assertThat(taken(100)).isEqualTo(50);
    }

    @Test
    void the_next_network_has_half_of_what_is_left() {
        taken(100);
        sender = Optional.of("another");
        assertThat(taken(100)).isEqualTo(25);
    }

    @Test
    void what_is_given_back_can_be_had_again() {
        var place = shares.take().orElseThrow();
        taken(100);
        assertThat(shares.take()).isEmpty();

        place.close();

        assertThat(shares.take()).isPresent();
    }

    @Test
    void where_networks_are_not_told_apart_each_has_a_place() {
        sender = Optional.empty();
        assertThat(taken(200)).isEqualTo(200);
    }

    private long taken(int asked) {
        return IntStream.range(0, asked)
                .mapToObj(_ -> shares.take())
                .filter(Optional::isPresent)
                .count();
    }
}
