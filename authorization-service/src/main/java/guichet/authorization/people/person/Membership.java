package guichet.authorization.people.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What administrators say that a person belongs to, by the names of RFC 7643 §4.1.2, which access
 * tokens use as well, RFC 9068 §2.2.3.1. The names within are theirs; nothing here goes by them.
 */
public enum Membership {
    ROLES,
    GROUPS;

    /** The one of this claim. */
    public static Optional<Membership> of(String claim) {
        return Arrays.stream(values()).filter(it -> it.claim().equals(claim)).findFirst();
    }

    /** The name of the claim, and of the column of {@code person}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
