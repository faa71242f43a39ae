package guichet.kit.browser;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** What somebody would rather read, by the header {@code Accept}, RFC 9110 §12.5.1. */
public enum Preference {
    PAGE,
    JSON;

    private static final Set<String> PAGES = Set.of("html", "xhtml+xml");

    /**
     * The preference of who accepts these types, the best first. Browsers name pages before
     * anything that may be JSON; programs that name nothing have no use for a page.
     */
    public static Preference of(List<MediaType> accepted) {
        for (MediaType each : accepted) {
            if (PAGES.contains(each.getSubtype())) {
                return PAGE;
            }
            if (each.isWildcardSubtype() || each.getSubtype().endsWith("json")) {
                return JSON;
            }
        }
        return JSON;
    }
}
