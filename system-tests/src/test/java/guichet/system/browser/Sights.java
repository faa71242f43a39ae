package guichet.system.browser;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** All that anybody saw in this run. */
final class Sights {
    private static final Set<Sight> SEEN = ConcurrentHashMap.newKeySet();
    private static final Map<String, Integer> NAMES = new ConcurrentHashMap<>();

    private Sights() {}

    /** Whether it is the first of its kind. */
    static boolean isNew(Sight sight) {
        return SEEN.add(sight);
    }

    /** A name for its pictures that no other has. */
    static String name(Sight sight) {
        int number = NAMES.merge(sight.name(), 1, Integer::sum);
        return number == 1 ? sight.name() : sight.name() + "-" + number;
    }

    /** The templates of a module that were shown. */
    static Set<String> templates(String module) {
        return SEEN.stream()
                .filter(it -> it.module().equals(module))
                .map(Sight::template)
                .collect(Collectors.toUnmodifiableSet());
    }
}
