package guichet.outside;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What somebody answered. */
public final class OutsideAnswer {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] content;

    /**
     * An answer.
     *
     * @param headers by their names in lower case
     * @param content taken over, not copied
     */
    OutsideAnswer(int status, Map<String, List<String>> headers, byte[] content) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.content = content;
    }

    int status() {
        return status;
    }

    /** The values of a header; none when it is absent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** The content as a text in UTF-8. */
    public String body() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The content of what is no text. */
    public byte[] bytes() {
        return content.clone();
    }

    /** How large it is, with its headers. */
    int size() {
        return content.length + headers.toString().length();
    }
}
