package guichet.registry.registration;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import guichet.oauth.HttpAddress;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.1.2")
class RedirectAddressFuzzTest {
    /** As an operator has them who chose nothing. */
    private static final RedirectSchemes SCHEMES =
            new RedirectSchemes(
                    (RegistrationConfig)
                            Proxy.newProxyInstance(
                                    RegistrationConfig.class.getClassLoader(),
                                    new Class<?>[] {RegistrationConfig.class},
                                    (_, _, _) -> Optional.empty()));

    static Stream<String> addresses() {
        return Stream.of(
                "https://cine.example/cb?a=b",
                "http://127.0.0.1:9999/cb",
                "http://[::1]/cb",
                "https://bücher.example/é%2e?%2e",
                "com.example.app:/cb",
                "com.example.app:opaque");
    }

    /** People are sent there, so whatever is taken must fit into a header. */
    @MethodSource("addresses")
    @FuzzTest
    void an_address_is_taken_or_at_fault(@NotNull String address) {
        if (RedirectAddress.faultOf(address, SCHEMES).isEmpty()) {
            RedirectAddress.isPrivateUse(address);
            RedirectAddress.isSafeForTokens(address);
            assertThatCode(() -> HttpAddress.ascii(URI.create(address))).doesNotThrowAnyException();
        }
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(addresses(), this::an_address_is_taken_or_at_fault);
    }
}
