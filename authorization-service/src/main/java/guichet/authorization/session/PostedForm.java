package guichet.authorization.session;

import guichet.oauth.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that this browser sent from a page which was made for it: only {@link Browser#posted}
 * makes one, so what a form does cannot be done for a page of another site.
 *
 * <p>Whatever a person typed or pasted is taken as it is: what is wrong with it, a tab for example,
 * is said beside the field or is a wrong password, and never the end of the page. A field without a
 * value is one that is left out.
 */
public final class PostedForm {
    private final Map<String, List<String>> fields;

    PostedForm(Map<String, List<String>> fields) {
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
            throw Reason.PARAMETER_REPEATED.refuse("parameter %s is repeated", name);
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
                .orElseThrow(
                        () -> Reason.PARAMETER_MISSING.refuse("parameter %s is missing", name));
    }

    /** Never the values: they may be secrets. */
    @Override
    public String toString() {
        return "PostedForm" + fields.keySet();
    }
}
