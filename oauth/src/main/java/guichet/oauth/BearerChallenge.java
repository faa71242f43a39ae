package guichet.oauth;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;

/** The header {@code WWW-Authenticate: Bearer}, RFC 6750 §3, by its attributes. */
public record BearerChallenge(Map<String, String> attributes) {
    /** Of an endpoint that says nothing of itself. */
    public static final BearerChallenge PLAIN = new BearerChallenge(Map.of());

    /**
     * Of an API, RFC 9728 §5.1.
     *
     * @param metadata where it says how its tokens are had
     */
    public static BearerChallenge ofApi(String identifier, String metadata) {
        return PLAIN.with("realm", identifier).with("resource_metadata", metadata);
    }

    /** The same with one attribute more, at the end. */
    public BearerChallenge with(String name, String value) {
        return with(Map.of(name, value));
    }

    BearerChallenge with(Map<String, String> more) {
        var all = new LinkedHashMap<>(attributes);
        all.putAll(more);
        return new BearerChallenge(all);
    }

    /** The header's value. */
    @Override
    public String toString() {
        return attributes.entrySet().stream()
                .map(each -> "%s=\"%s\"".formatted(each.getKey(), quotable(each.getValue())))
                .collect(joining(", ", "Bearer ", ""))
                .strip();
    }

    /** Without the characters that RFC 6750 §3 keeps out of attributes. */
    private static String quotable(String value) {
        return value.replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "");
    }
}
