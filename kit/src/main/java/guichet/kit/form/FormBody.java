package guichet.kit.form;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Reads forms as the URL standard §5.1 has it, in UTF-8 (RFC 6749 appendix B). The framework's own
 * reader ends a value at an equals sign, and fails on one that stands alone.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(APPLICATION_FORM_URLENCODED)
class FormBody implements MessageBodyReader<MultivaluedMap<String, String>> {
    @Override
    public boolean isReadable(
            Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MultivaluedMap.class;
    }

    /**
     * The fields, by their names.
     *
     * @throws IllegalArgumentException for a percent sign that encodes nothing
     */
    @Override
    public MultivaluedMap<String, String> readFrom(
            Class<MultivaluedMap<String, String>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return fields(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }

    static MultivaluedMap<String, String> fields(String body) {
        var fields = new MultivaluedHashMap<String, String>();
        for (String field : body.split("&", -1)) {
            if (!field.isEmpty()) {
                int end = field.indexOf('=') < 0 ? field.length() : field.indexOf('=');
                String value = field.substring(Math.min(end + 1, field.length()));
                fields.add(decoded(field.substring(0, end)), decoded(value));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
