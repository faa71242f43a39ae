package guichet.guard.setting;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import guichet.oauth.setting.Nearest;
import guichet.oauth.setting.VariableName;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The variables that a service reads.
 *
 * @param names of the ones that have a name
 * @param chosen of the ones in whose name somebody chose a part
 */
record KnownVariables(Set<String> names, List<Pattern> chosen) {
    /**
     * Those of properties.
     *
     * @param read by name; a star stands for a part that somebody chose
     * @param written in the service's own files, for what is looked through by hand
     */
    static KnownVariables of(Collection<String> read, Collection<String> written) {
        KnownVariables byName = of(read);
        var further = new HashSet<>(read);
        written.stream()
                .filter(property -> !byName.isRead(VariableName.of(property)))
                .map(KnownVariables::family)
                .forEach(further::add);
        return of(further);
    }

    /** Of {@code guichet.clients.kiosk.scope} somebody chose the third part. */
    private static String family(String property) {
        String[] parts = property.split("\\.", 4);
        return parts.length < 4 ? property : "%s.%s.*".formatted(parts[0], parts[1]);
    }

    private static KnownVariables of(Collection<String> properties) {
        Map<Boolean, List<String>> byChosen =
                properties.stream().collect(partitioningBy(property -> property.contains("*")));
        return new KnownVariables(
                byChosen.getOrDefault(false, List.of()).stream()
                        .map(VariableName::of)
                        .collect(toUnmodifiableSet()),
                byChosen.getOrDefault(true, List.of()).stream()
                        .map(KnownVariables::pattern)
                        .toList());
    }

    private static Pattern pattern(String property) {
        return Stream.of(property.split("\\*", -1))
                .map(VariableName::of)
                .collect(collectingAndThen(joining(".+"), Pattern::compile));
    }

    boolean isRead(String variable) {
        return names.contains(variable)
                || chosen.stream().anyMatch(name -> name.matcher(variable).matches());
    }

    Optional<String> nearestTo(String variable) {
        return Nearest.to(variable, names);
    }
}
