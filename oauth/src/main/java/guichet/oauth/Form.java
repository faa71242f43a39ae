package guichet.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The parameters of a request, RFC 6749 §3.1 and §3.2: one sent without a value counts as omitted,
 * one that nobody asks for is ignored whatever is in it, and one that is recognised comes at most
 * once; only {@code resource} may be repeated, RFC 8707 §2.
 */
public final class Form {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Function<String, ParameterLimits> limits;

    /**
     * Reads the decoded parameters.
     *
     * @throws OAuthException {@code invalid_request} naming the parameter that is repeated, too
     *     long or has a character that it may not have
     */
    public Form(Map<String, List<String>> sent) {
        this(sent, ParameterLimits::of);
        checked();
    }

    private Form(Map<String, List<String>> sent, Function<String, ParameterLimits> limits) {
        this.limits = limits;
        sent.forEach((name, values) -> {
            List<String> told = values.stream().filter(value -> !value.isEmpty()).toList();
            if (!told.isEmpty()) {
                parameters.put(name, told);
            }
        });
    }

    /** The same, but nothing is refused before it is asked for. */
    public static Form unchecked(Map<String, List<String>> sent) {
        return new Form(sent, ParameterLimits::of);
    }

    /** The fields of a page, of any length and with any character: people typed them. */
    public static Form typed(Map<String, List<String>> sent) {
        return new Form(sent, _ -> ParameterLimits.TYPED);
    }

    /**
     * This one, of which every parameter can be taken, also where nobody looks: two readers of one
     * request must not see two requests.
     *
     * @throws OAuthException {@code invalid_request} naming the parameter that cannot be taken
     */
    public Form checked() {
        recognised().forEach(this::all);
        return this;
    }

    private Stream<String> recognised() {
        return parameters.keySet().stream().filter(ParameterLimits::isRecognised);
    }

    /** Whether nothing is in it that is recognised; something else may be. */
    public boolean isEmpty() {
        return recognised().findAny().isEmpty();
    }

    private void check(String name, List<String> values) {
        ParameterLimits limit = limits.apply(name);
        if (values.size() > limit.most()) {
            throw Reason.PARAMETER_REPEATED.refuse("parameter %s is repeated", name);
        }
        for (String value : values) {
            if (value.length() > limit.longest()) {
                throw Reason.PARAMETER_TOO_LONG.refuse(
                        "parameter %s is too long: it may have %d characters",
                        name, limit.longest());
            }
            if (value.chars().anyMatch(limit.forbidden())) {
                throw Reason.PARAMETER_MALFORMED.refuse(
                        "parameter %s has a control character, or another that it cannot have",
                        name);
            }
        }
    }

    /**
     * The value of a parameter, if it is there.
     *
     * @throws OAuthException {@code invalid_request} naming the parameter if it cannot be taken
     */
    public Optional<String> find(String name) {
        return all(name).stream().findFirst();
    }

    /** The same, but one that cannot be taken counts as none. */
    public Optional<String> findGood(String name) {
        try {
            return find(name);
        } catch (OAuthException _) {
            return Optional.empty();
        }
    }

    /** The values of a parameter that may be repeated, in their order; none if it is absent. */
    public List<String> all(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        check(name, values);
        return values;
    }

    /**
     * The value of a parameter that must be there.
     *
     * @throws OAuthException {@code invalid_request} naming the parameter that is missing
     */
    public String require(String name) {
        return find(name)
                .orElseThrow(
                        () -> Reason.PARAMETER_MISSING.refuse("parameter %s is missing", name));
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
