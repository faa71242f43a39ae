package guichet.oauth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an answer travels to the application, OAuth 2.0 Multiple Response Type Encoding Practices
 * §2.1.
 */
public enum ResponseMode {
    /** In the query of the redirect address, as RFC 6749 §4.1.2 has it. */
    QUERY,
    /** In its fragment, which browsers do not send to the application's server. */
    FRAGMENT,
    /** In a form that the browser posts to it, OAuth 2.0 Form Post Response Mode §2. */
    FORM_POST;

    /** The mode written so on the wire; empty when we know none of that name. */
    public static Optional<ResponseMode> find(String value) {
        return Stream.of(values()).filter(mode -> mode.toString().equals(value)).findFirst();
    }

    /** The value on the wire, for example {@code form_post}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
