package guichet.guard;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A bean that says by whom an address and all below it may be called: what stands there without one
 * of these rules stops the start.
 *
 * @param path of the application, as in {@code /internal}
 * @param guards the simple names of annotations with {@link Guard}
 */
public record Reserved(String path, List<String> guards) {
    boolean isAbove(ResourceMethod method) {
        return method.path().filter(it -> it.equals(path) || it.startsWith(path + "/")).isPresent();
    }

    boolean isKeptBy(ResourceMethod method) {
        return method.guards().map(Class::getSimpleName).anyMatch(guards::contains);
    }

    /** What to write, as a programmer does. */
    String advice() {
        return guards.stream().map("@"::concat).collect(Collectors.joining(" or "));
    }
}
