package guichet.registryclient;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an application runs, OpenID Connect Dynamic Client Registration 1.0 §2. */
public enum ApplicationType {
    /** On a server, or in a page. */
    WEB,
    /** On a person's device. */
    NATIVE;

    /** The type written so on the wire; empty when we know none of that name. */
    public static Optional<ApplicationType> find(String value) {
        return Stream.of(values()).filter(type -> type.toString().equals(value)).findFirst();
    }

    /** The word on the wire, for example {@code native}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
