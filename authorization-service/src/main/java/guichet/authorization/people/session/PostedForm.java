package guichet.authorization.people.session;

import guichet.oauth.Form;
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
    private final Form fields;

    PostedForm(Map<String, List<String>> fields) {
        this.fields = Form.typed(fields);
    }

    /**
     * The value of a field.
     *
     * @throws guichet.oauth.OAuthException if it is there twice, which no page of ours does
     */
    public Optional<String> find(String name) {
        return fields.find(name);
    }

    /**
     * The value of a field that every page of ours has.
     *
     * @throws guichet.oauth.OAuthException if it is missing
     */
    public String require(String name) {
        return fields.require(name);
    }
}
