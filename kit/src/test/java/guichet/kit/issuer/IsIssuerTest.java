package guichet.kit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8414-2")
class IsIssuerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://auth.example",
                "https://example.com/auth",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void an_address_is_an_issuer(String issuer) {
        assertThat(new IsIssuer().test(issuer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://auth.example/", "https://example.com/auth/", "/"})
    void with_a_slash_at_the_end_it_is_none(String issuer) {
        assertThat(new IsIssuer().test(issuer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "auth.example",
                "localhost:8080",
                "ftp://auth.example",
                "https://auth.example?tenant=1",
                "https://auth.example#here",
                "https://me@auth.example",
                "https:/auth.example",
                "https://auth example"
            })
    void what_is_no_address_is_none(String issuer) {
        assertThat(new IsIssuer().test(issuer)).isFalse();
    }
}
