package guichet.registry.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.1.2")
class RedirectAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cine.example/cb",
                "https://cine.example/cb?tenant=1",
                "http://localhost/cb",
                "http://127.0.0.1:8080/cb",
                "http://[::1]:8080/cb",
                "com.example.app:/cb",
                "https://my_app.cine.example/cb",
                "https://bücher.example/cb",
                "https://[2001:db8::1]/cb",
                "cursor://editor.example/cb",
            })
    void can_be_registered(String address) {
        assertThat(RedirectAddress.faultOf(address, letIn())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/cb, absolute",
        "https://cine.example/cb#there, fragment",
        "https://*.cine.example/cb, wildcard",
        "http://cine.example/cb, https",
        "http://localhost.evil.example/cb, https",
        "https:cb, host",
        "https://user:pass@cine.example/cb, user name",
        "https://user@my_app.example/cb, user name",
        "https://cine.example:65536/cb, port",
        "http://127.0.0.1:99999/cb, port",
        "http://localhost:0/cb, port",
        "https://my_app..example/cb, host",
        "http://my_app.example/cb, https",
        "javascript:alert(1), private-use",
        "'data:text/html,x', private-use",
        "app:/cb, private-use",
        "cursors:/cb, private-use",
        "https://cine.example/a b, URI",
    })
    void cannot_be_registered(String address, String fault) {
        assertThat(RedirectAddress.faultOf(address, letIn()))
                .hasValueSatisfying(it -> assertThat(it).contains(fault));
    }

    private static RedirectSchemes letIn() {
        return new RedirectSchemes(new Settings("Cursor"));
    }

    /** With one scheme that the operator lets in. */
    private record Settings(String scheme) implements RegistrationConfig {
        @Override
        public boolean passwordGrant() {
            return false;
        }

        @Override
        public boolean implicitFlow() {
            return false;
        }

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public Optional<List<Secret<String>>> initialAccessTokens() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> schemes() {
            return Optional.of(List.of(scheme));
        }

        @Override
        public Map<String, TrustedStatements> trustedStatements() {
            return Map.of();
        }
    }
}
