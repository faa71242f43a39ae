package guichet.oauth;

import guichet.oauth.OAuthError.InvalidRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request, each at most once, RFC 6749 §3.1 and §3.2: a parameter sent without
 * a value counts as omitted, an unknown one is ignored, a repeated one is refused. Only {@code
 * resource} may be repeated, RFC 8707 §2.
 */
public final class Form {
    private static final int LONGEST_VALUE = 8192;
    private static final int MOST_VALUES = 20;
    private static final Set<String> REPEATABLE = Set.of("resource");

    private final Map<String, List<String>> parameters;

    /**
     * Reads the decoded parameters.
     *
     * @throws OAuthException {@code invalid_request} naming the parameter that is repeated, too
     *     long (over 8192 characters) or has a control character
     */
    public Form(Map<String, List<String>> parameters) {
        this.parameters = new LinkedHashMap<>();
        parameters.forEach(this::add);
    }

    private void add(String name, List<String> values) {
        if (values.size() > (REPEATABLE.contains(name) ? MOST_VALUES : 1)) {
            throw new InvalidRequest(
                            Reason.PARAMETER_REPEATED,
                            "parameter %s is repeated".formatted(printable(name)))
                    .refuse();
        }
        for (String value : values) {
            if (value.length() > LONGEST_VALUE) {
                throw new InvalidRequest(
                                Reason.PARAMETER_TOO_LONG,
                                "parameter %s is too long".formatted(printable(name)))
                        .refuse();
            }
            if (value.chars().anyMatch(Character::isISOControl)) {
                throw new InvalidRequest(
                                Reason.PARAMETER_MALFORMED,
                                "parameter %s has a control character".formatted(printable(name)))
                        .refuse();
            }
            if (!value.isEmpty()) {
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
    }

    /** A name is the sender's text: only a tame one is repeated in a description. */
    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_.-]{1,64}") ? name : "with an unusual name";
    }

    public Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of a parameter that may be repeated, in their order; none if it is absent. */
    public List<String> all(String name) {
        return List.copyOf(parameters.getOrDefault(name, List.of()));
    }

    /**
     * The value of a parameter that must be there.
     *
     * @throws OAuthException {@code invalid_request} naming the parameter that is missing
     */
    public String require(String name) {
        return find(name)
                .orElseThrow(() ->
                        new InvalidRequest(
                                        Reason.PARAMETER_MISSING,
                                        "parameter %s is missing".formatted(name))
                                .refuse());
    }

    public boolean has(String name) {
        return parameters.containsKey(name);
    }

    /** Never the values: they may be secrets. */
    @Override
    public String toString() {
        return "Form" + parameters.keySet();
    }
}
