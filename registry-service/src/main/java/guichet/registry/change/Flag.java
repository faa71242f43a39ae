package guichet.registry.change;

import guichet.oauth.Reason;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** A parameter in the address of a request that is true or false. */
public final class Flag {
    private Flag() {}

    /**
     * Whether it is true; false when it is absent. A word that is neither must not do what was only
     * to be tried, or leave undone what was to be done.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_request} for another word, and for more
     *     than one
     */
    public static boolean of(String name, UriInfo address) {
        List<String> values = address.getQueryParameters().getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Reason.PARAMETER_REPEATED.refuse("%s must be there once at most", name);
        }
        return switch (values.isEmpty() ? "false" : values.getFirst()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Reason.PARAMETER_MALFORMED.refuse("%s must be true or false", name);
        };
    }
}
