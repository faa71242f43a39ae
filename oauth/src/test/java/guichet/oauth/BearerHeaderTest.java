package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6750 §2.1; the scheme's name by RFC 9110 §11.1. */
class BearerHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "bearer abc", "BEARER  abc "})
    void readsTheTokenWhateverTheCaseOfTheScheme(String header) {
        assertThat(BearerHeader.token(header).map(OpaqueToken::reveal)).contains("abc");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic YTpi", "DPoP abc", "Bearerabc"})
    void findsNoTokenWithoutTheScheme(String header) {
        assertThat(BearerHeader.token(header)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer ", "Bearer a b", "Bearer a,b"})
    void refusesAnythingButOneTokenAfterTheScheme(String header) {
        assertThatThrownBy(() -> BearerHeader.token(header))
                .hasMessage("invalid_request: after Bearer comes one token");
    }
}
