package guichet.local.settings;

import java.util.Collection;
import java.util.Comparator;

/** Which word somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** The one that takes the fewest changes of a letter; the first of several. */
    static String to(String word, Collection<String> words) {
        return words.stream()
                .min(Comparator.comparingInt(other -> changes(word, other)))
                .orElseThrow();
    }

    /** Levenshtein's distance, row by row. */
    private static int changes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                boolean same = one.charAt(line - 1) == other.charAt(column - 1);
                int changed = diagonal + (same ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
