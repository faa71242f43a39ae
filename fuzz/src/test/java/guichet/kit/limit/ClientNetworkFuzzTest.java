package guichet.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientNetworkFuzzTest {
    static Stream<String> addresses() {
        return Stream.of(
                "203.0.113.7",
                "2001:db8::1",
                "[2001:db8::1]:443",
                "::ffff:203.0.113.7",
                "fe80::1%eth0");
    }

    @MethodSource("addresses")
    @FuzzTest
    void every_address_has_a_network(@NotNull String address) {
        assertThat(ClientNetwork.network(address)).isNotNull();
    }

    @Test
    void and_so_has_each_with_one_fault() {
        Faults.tryAll(addresses(), this::every_address_has_a_network);
    }
}
