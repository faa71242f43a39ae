package guichet.kit.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "198.51.100.7,          198.51.100.7",
        "2001:db8:0:1::7,       20010db800000001",
        "2001:db8:0:1:a:b:c:d,  20010db800000001",
        "a name of the gateway, a name of the gateway",
    })
    void a_client_is_an_address_or_a_network_of_ipv6(String address, String network) {
        assertThat(ClientNetwork.network(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.7,          ",
        "2001:db8:0:1::7,       20010db80000",
        "2001:db8:1:1::7,       20010db80001",
        "a name of the gateway, ",
    })
    @Tag("RFC6177-2")
    void networks_of_ipv6_belong_to_a_site(String address, @Nullable String site) {
        assertThat(ClientNetwork.site(address)).isEqualTo(Optional.ofNullable(site));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.5,           203.0.113.5",
        "203.0.113.5:4711,      203.0.113.5",
        "2001:db8::1,           2001:db8::1",
        "[2001:db8::1],         2001:db8::1",
        "[2001:db8::1]:80,      2001:db8::1",
        "::1,                   ::1",
        "unknown,               ",
        "_hidden,               ",
        "203.0.113.5:port,      ",
        "203.0.113.500,         ",
        "[2001:db8::1,          ",
        "'',                    ",
    })
    @Tag("RFC3986-3.2.2")
    void gateways_write_an_address_with_a_port_or_without(
            String written, @Nullable String address) {
        assertThat(ClientNetwork.withoutPort(written)).isEqualTo(Optional.ofNullable(address));
    }
}
