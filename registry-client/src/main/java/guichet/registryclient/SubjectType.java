package guichet.registryclient;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an application knows people, OpenID Connect Core §8. */
public enum SubjectType {
    /** By the name that every application knows them by. */
    PUBLIC,
    /** By a name for its sector alone. */
    PAIRWISE;

    /** The type written so on the wire; empty when we know none of that name. */
    public static Optional<SubjectType> find(String value) {
        return Stream.of(values()).filter(type -> type.toString().equals(value)).findFirst();
    }

    /** The word on the wire, for example {@code pairwise}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
