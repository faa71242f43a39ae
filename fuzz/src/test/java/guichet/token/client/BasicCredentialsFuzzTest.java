package guichet.token.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import guichet.oauth.Form;
import guichet.oauth.OAuthException;
import guichet.token.client.PresentedCredentials.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-2.3.1")
class BasicCredentialsFuzzTest {
    private static final Form NOTHING = new Form(Map.of());

    static Stream<String> pairs() {
        return Stream.of("cinema:gcs_secret", "a%3Ab:c%25d+e", ":", "cinema:", "%C3%A9:é");
    }

    @MethodSource("pairs")
    @FuzzTest
    void credentials_are_read_or_refused(@NotNull String pair) {
        read("Basic " + pair);
        read(header(pair)).ifPresent(secret -> assertThat(again(secret)).isEqualTo(told(secret)));
    }

    @Test
    void and_so_are_those_with_one_fault() {
        Faults.tryAll(pairs(), this::credentials_are_read_or_refused);
        Faults.tryAll(pairs().map(BasicCredentialsFuzzTest::header), this::read);
    }

    private Optional<Secret> read(String header) {
        try {
            return Optional.of(PresentedCredentials.of(header, NOTHING))
                    .filter(Secret.class::isInstance)
                    .map(Secret.class::cast);
        } catch (OAuthException _) {
            return Optional.empty();
        }
    }

    /** The same, written as RFC 6749 §2.3.1 says and read once more. */
    private String again(Secret secret) {
        String pair = encoded(secret.clientId()) + ":" + encoded(secret.secret().reveal());
        return read(header(pair)).map(BasicCredentialsFuzzTest::told).orElse("refused");
    }

    private static String told(Secret secret) {
        return secret.clientId() + " " + secret.secret().reveal();
    }

    private static String header(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
