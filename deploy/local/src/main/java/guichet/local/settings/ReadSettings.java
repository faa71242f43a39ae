package guichet.local.settings;

import guichet.local.stack.VariableName;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service reads of the environment.
 *
 * @param variables by name
 * @param families how names begin whose rest somebody chooses, as in {@code GUICHET_CLIENTS_…}
 */
public record ReadSettings(Set<String> variables, Set<String> families) {
    public ReadSettings {
        variables = Set.copyOf(variables);
        families = Set.copyOf(families);
    }

    /** Those of these properties; one that ends with a dot stands for all below it. */
    static ReadSettings ofProperties(Set<String> properties) {
        var bySort =
                properties.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        property -> property.endsWith("."),
                                        Collectors.mapping(VariableName::of, Collectors.toSet())));
        return new ReadSettings(
                bySort.getOrDefault(false, Set.of()), bySort.getOrDefault(true, Set.of()));
    }

    /** Whether it reads this one. */
    public boolean contains(String variable) {
        return variables.contains(variable)
                || families.stream().anyMatch(family -> variable.startsWith(family));
    }
}
