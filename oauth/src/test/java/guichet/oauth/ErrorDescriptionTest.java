package guichet.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-5.2")
class ErrorDescriptionTest {
    private static final String ODD =
            "a \"quoted\" \\ back\tslash, \u00a7 5, \u2026, \ud83d\ude00, \ud800, \u0000\r\nx: y"
                    + "z".repeat(5000);

    static Stream<Class<?>> errors() {
        return Arrays.stream(OAuthError.class.getPermittedSubclasses());
    }

    /** Whatever is put into the words of an error, be it a value that a stranger chose. */
    @ParameterizedTest
    @MethodSource("errors")
    void no_error_tells_a_character_that_the_standard_forbids(Class<?> kind) throws Exception {
        var error = (OAuthError) made(kind);

        assertThat(error.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{10,500}");
    }

    private static Object made(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(types).map(ErrorDescriptionTest::value).toArray();
        return kind.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> type) {
        if (type == Reason.class) {
            return Reason.PARAMETER_MISSING;
        }
        return type == String.class ? ODD : 7L;
    }

    @Test
    void what_is_allowed_stays_as_it_is() {
        assertThat(ErrorDescription.of("scope movies:fly, #1 of 2: 'no'"))
                .isEqualTo("scope movies:fly, #1 of 2: 'no'");
    }
}
