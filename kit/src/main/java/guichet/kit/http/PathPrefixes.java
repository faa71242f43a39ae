package guichet.kit.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some paths, each as it stands and all below it.
 *
 * @param prefixes begin with a slash and end without one
 */
public record PathPrefixes(List<String> prefixes) {
    public PathPrefixes {
        prefixes = List.copyOf(prefixes);
    }

    public boolean cover(@Nullable String path) {
        return path != null
                && prefixes.stream()
                        .anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    boolean isEmpty() {
        return prefixes.isEmpty();
    }
}
