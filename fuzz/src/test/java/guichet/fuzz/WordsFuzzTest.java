package guichet.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.authorization.people.person.EmailAddress;
import guichet.oauth.BearerHeader;
import guichet.oauth.OAuthException;
import guichet.oauth.ResponseType;
import guichet.oauth.Scope;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Short texts of a few words: scopes, bearer tokens, response types, e-mail addresses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.3")
class WordsFuzzTest {
    static Stream<String> words() {
        return Stream.of(
                "openid movies:read", "Bearer a.b-c", "id_token token", "noa@bücher.example");
    }

    @MethodSource("words")
    @FuzzTest
    void words_are_read_or_refused(@NotNull String text) {
        stays(text, it -> Scope.parse(it).toString());
        stays(
                text,
                it -> BearerHeader.token(it).map(token -> "Bearer " + token.reveal()).orElse(it));
        stays(text, it -> ResponseType.find(it).map(ResponseType::toString).orElse(it));
        stays(text, it -> EmailAddress.parse(it).map(EmailAddress::value).orElse(it));
    }

    @Test
    void and_so_are_those_with_one_fault() {
        Faults.tryAll(words(), this::words_are_read_or_refused);
    }

    /** What was read is read as the same once more. */
    private static void stays(String text, UnaryOperator<String> reader) {
        try {
            String read = reader.apply(text);
            assertThat(reader.apply(read)).isEqualTo(read);
        } catch (OAuthException _) {
            // refused in words
        }
    }
}
