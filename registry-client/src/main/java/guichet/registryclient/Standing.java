package guichet.registryclient;

import java.util.Locale;

/** Who answers for a client and for the addresses to which it leads people, RFC 9700 §4.11.2. */
public enum Standing {
    /** The operator, in the settings. */
    DECLARED,
    /** Whoever was trusted with an initial access token, or signed its software statement. */
    VOUCHED_FOR,
    /** Nobody: it registered itself. */
    SELF_REGISTERED;

    /** The word on the wire, for example {@code vouched_for}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
