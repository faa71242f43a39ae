package guichet.authorization.page;

import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person filled in on a page of ours. Whatever they typed or pasted is taken as it is: what
 * is wrong with it, a tab for example, is said beside the field or is a wrong password, and never
 * the end of the page. A field without a value is one that is left out.
 */
public final class FilledIn {
    private final Map<String, List<String>> fields;

    /** Reads the decoded fields. */
    public FilledIn(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * The value of a field.
     *
     * @throws guichet.oauth.OAuthException if it is there twice, which no page of ours does
     */
    public Optional<String> find(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new InvalidRequest(
                            Reason.PARAMETER_REPEATED, "parameter %s is repeated".formatted(name))
                    .refuse();
        }
        return values.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    /**
     * The value of a field that every page of ours has.
     *
     * @throws guichet.oauth.OAuthException if it is missing
     */
    public String require(String name) {
        return find(name)
                .orElseThrow(() ->
                        new InvalidRequest(
                                        Reason.PARAMETER_MISSING,
                                        "parameter %s is missing".formatted(name))
                                .refuse());
    }

    /** Never the values: they may be secrets. */
    @Override
    public String toString() {
        return "FilledIn" + fields.keySet();
    }
}
