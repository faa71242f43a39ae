package guichet.bench.load;

import java.net.URI;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * What wrk sends.
 *
 * @param script Lua, as wrk reads it
 */
public record Load(URI address, String script) {
    /** The same form for ever. */
    public static Load form(URI address, Map<String, String> headers, String form) {
        String script =
                """
                wrk.method = "POST"
                wrk.body = %s
                wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
                """
                        .formatted(quoted(form));
        return new Load(address, script + headers(headers));
    }

    /** The same address for ever. */
    public static Load get(URI address, Map<String, String> headers) {
        return new Load(address, headers(headers));
    }

    private static String headers(Map<String, String> headers) {
        return headers.entrySet().stream().map(Load::header).collect(Collectors.joining());
    }

    private static String header(Entry<String, String> header) {
        return "wrk.headers[%s] = %s%n"
                .formatted(quoted(header.getKey()), quoted(header.getValue()));
    }

    /** As Lua reads a text: whatever is in it, since it is a secret or a token of somebody's. */
    static String quoted(String text) {
        return "\"%s\"".formatted(text.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
