package guichet.kit.outside;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody answered.
 *
 * @param headers by their names in lower case
 */
public record OutsideAnswer(int status, Map<String, List<String>> headers, String body) {
    public OutsideAnswer {
        headers = Map.copyOf(headers);
    }

    /** The values of a header; none when it is absent. */
    public List<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }
}
