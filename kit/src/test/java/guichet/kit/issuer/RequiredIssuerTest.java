package guichet.kit.issuer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC8414-2")
class RequiredIssuerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://auth.example",
                "https://example.com/auth",
                "http://localhost:8080",
                "http://[::1]:8080"
            })
    void an_address_is_an_issuer(String issuer) {
        assertThatCode(() -> new RequiredIssuer(issuer)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://auth.example/", "https://example.com/auth/", "/"})
    void a_slash_at_the_end_stops_the_start(String issuer) {
        assertThatThrownBy(() -> new RequiredIssuer(issuer))
                .hasMessage("guichet.issuer: must not end with a slash");
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
    void what_is_no_address_stops_the_start(String issuer) {
        assertThatThrownBy(() -> new RequiredIssuer(issuer))
                .hasMessageStartingWith("guichet.issuer: must be an https address");
    }
}
