package guichet.oauth;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The header {@code WWW-Authenticate: Bearer}, RFC 6750 §3.
 *
 * @param attributes that every challenge of the protected resource has
 */
public record BearerChallenge(Map<String, String> attributes) {
    /** The codes of RFC 6750 §3.1; without a token, none of them is named. */
    private static final Set<ErrorCode> NAMED =
            EnumSet.of(
                    ErrorCode.INVALID_REQUEST,
                    ErrorCode.INVALID_TOKEN,
                    ErrorCode.INSUFFICIENT_SCOPE);

    /** Of an endpoint that says nothing of itself. */
    public static final BearerChallenge PLAIN = new BearerChallenge(Map.of());

    /**
     * Of an API, RFC 9728 §5.1.
     *
     * @param metadata where it says how its tokens are had
     */
    public static BearerChallenge ofApi(String identifier, String metadata) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("realm", identifier);
        attributes.put("resource_metadata", metadata);
        return new BearerChallenge(attributes);
    }

    /** The header's value beside this refusal. */
    public String to(OAuthError error, String issuer) {
        var all = new LinkedHashMap<>(attributes);
        if (NAMED.contains(error.code())) {
            all.putAll(error.parameters(issuer));
        }
        error.scope().ifPresent(scope -> all.put("scope", scope));
        String list =
                all.entrySet().stream()
                        .map(each -> "%s=\"%s\"".formatted(each.getKey(), quotable(each)))
                        .collect(joining(", "));
        return ("Bearer " + list).strip();
    }

    /** Without the characters that RFC 6750 §3 keeps out of attributes. */
    private static String quotable(Map.Entry<String, String> attribute) {
        return attribute.getValue().replaceAll("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]", "");
    }
}
