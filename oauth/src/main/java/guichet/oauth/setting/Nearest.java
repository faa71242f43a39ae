package guichet.oauth.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody meant who wrote one that nobody knows. */
public final class Nearest {
    private Nearest() {}

    /** Of those that are known, the one with the fewest letters to change, add or take away. */
    public static Optional<String> to(String written, Collection<String> known) {
        return known.stream()
                .min(
                        Comparator.<String>comparingInt(name -> distance(written, name))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int changed = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                int moved = Math.min(above[column], here[column - 1]) + 1;
                here[column] = Math.min(above[column - 1] + changed, moved);
            }
            above = here;
        }
        return above[other.length()];
    }
}
