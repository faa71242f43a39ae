package guichet.oauth.setting;

import java.util.Locale;

/** How a property is called in the environment, by MicroProfile Config's rule. */
public final class VariableName {
    private VariableName() {}

    /** The variable for a property: {@code GUICHET_ISSUER} for {@code guichet.issuer}. */
    public static String of(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
