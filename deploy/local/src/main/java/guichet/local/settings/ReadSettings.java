package guichet.local.settings;

import guichet.oauth.setting.VariableName;
import java.util.Set;
import java.util.function.Predicate;
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
        Predicate<String> isFamily = property -> property.endsWith(".");
        return new ReadSettings(
                variables(properties, isFamily.negate()), variables(properties, isFamily));
    }

    private static Set<String> variables(Set<String> properties, Predicate<String> sort) {
        return properties.stream().filter(sort).map(VariableName::of).collect(Collectors.toSet());
    }

    /** Whether it reads this one. */
    public boolean contains(String variable) {
        return variables.contains(variable)
                || families.stream().anyMatch(family -> variable.startsWith(family));
    }
}
