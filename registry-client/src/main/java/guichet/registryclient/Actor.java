package guichet.registryclient;

import java.util.Locale;

/** As whom a token acts on an API. */
public enum Actor {
    /** A person who signed in. */
    PERSON,
    /** The application itself, with client credentials. */
    APPLICATION;

    /** The word on the wire, for example {@code person}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
