package guichet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.oauth.HttpAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC9110-4.2")
class HttpAddressFuzzTest {
    static Stream<String> addresses() {
        return Stream.of(
                "https://cine.example:8443/a/b?c=d&e=%2F#f",
                "HTTP://LocalHost:80", "http://[::1]:8080/cb", "https://bücher.example/café?é=é");
    }

    @MethodSource("addresses")
    @FuzzTest
    void an_address_is_read_or_none(@NotNull String text) {
        HttpAddress.of(text).ifPresent(HttpAddressFuzzTest::use);
        HttpAddress.uri(text).ifPresent(uri -> assertThat(ascii(HttpAddress.ascii(uri))).isTrue());
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(addresses(), this::an_address_is_read_or_none);
    }

    /** What is the same for all spellings of an address stays as it is. */
    private static void use(HttpAddress address) {
        String normalised = address.normalised();
        assertThat(HttpAddress.of(normalised).map(HttpAddress::normalised)).hasValue(normalised);
        assertThat(HttpAddress.of(normalised).map(HttpAddress::origin)).hasValue(address.origin());
        assertThat(address.isProtected()).isEqualTo(address.isHttps() || address.isLoopback());
    }

    private static boolean ascii(Object address) {
        return address.toString().chars().allMatch(each -> each > ' ' && each <= '~');
    }
}
