package guichet.kit.form;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import guichet.fuzz.Faults;
import guichet.oauth.Form;
import guichet.oauth.OAuthException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Tag("RFC6749-3.2")
class FormFuzzTest {
    static Stream<String> forms() {
        return Stream.of(
                "grant_type=authorization_code&code=gac_x&redirect_uri=https%3A%2F%2Fcine.example",
                "resource=a&resource=b&scope=a+b&state=%C3%A9&claims=%7B%0A%7D&password=%00",
                "=&a=&=b&a&%3D=%26&a==b");
    }

    @MethodSource("forms")
    @FuzzTest
    void a_form_is_read_or_refused(@NotNull String body) {
        MultivaluedMap<String, String> fields;
        try {
            fields = FormBody.fields(received(body));
        } catch (IllegalArgumentException _) {
            return; // a percent sign that encodes nothing: MalformedBody refuses it
        }
        try {
            var form = new Form(fields);
            fields.keySet().forEach(form::all);
        } catch (OAuthException _) {
            // refused in words
        }
        assertThat(FormBody.fields(encoded(fields))).isEqualTo(fields);
    }

    @Test
    void and_so_is_each_with_one_fault() {
        Faults.tryAll(forms(), this::a_form_is_read_or_refused);
    }

    /** As it is read from the bytes of a body. */
    private static String received(String body) {
        return new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String encoded(MultivaluedMap<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field ->
                        field.getValue().stream()
                                .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
