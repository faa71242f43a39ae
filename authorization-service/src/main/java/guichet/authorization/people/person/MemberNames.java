package guichet.authorization.people.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The roles or the groups of a person: each once, in the order of their characters. They are
 * bounded because each token has them, and a token has to fit into a header.
 *
 * @param values written as scope tokens are, RFC 6749 §3.3
 */
public record MemberNames(List<String> values) {
    /** A person has none of them until an administrator says so. */
    public static final MemberNames NONE = new MemberNames(List.of());

    private static final int MOST = 50;
    private static final int LONGEST = 100;
    private static final int LONGEST_TOGETHER = 2000;

    /** What they must be, after the word {@code roles} or {@code groups}. */
    public static final String RULE =
            ("must be an array of %d different names at most, each of 1 to %d visible ASCII"
                            + " characters without quotation mark and backslash, %d together")
                    .formatted(MOST, LONGEST, LONGEST_TOGETHER);

    private static final Pattern NAME =
            Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,%d}".formatted(LONGEST));

    public MemberNames {
        values = List.copyOf(values);
    }

    /** Those of these names; empty if they break {@link #RULE}. */
    public static Optional<MemberNames> of(Collection<String> names) {
        var sorted = new TreeSet<>(names);
        boolean good =
                names.size() <= MOST
                        && sorted.size() == names.size()
                        && sorted.stream().allMatch(it -> NAME.matcher(it).matches())
                        && sorted.stream().mapToInt(String::length).sum() <= LONGEST_TOGETHER;
        return Optional.of(new MemberNames(List.copyOf(sorted))).filter(_ -> good);
    }
}
