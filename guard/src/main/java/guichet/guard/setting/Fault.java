package guichet.guard.setting;

import guichet.oauth.setting.VariableName;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What is wrong with a setting.
 *
 * @param variable as operators write it
 * @param words what is wrong and what to write instead; never the value, which may be a secret
 */
public record Fault(String variable, String words) {
    /** Of a property, as in {@code guichet.session.idle}. */
    public static Fault of(String property, String words) {
        return new Fault(VariableName.of(property), words);
    }

    /** Ends the start: Quarkus prints the words of this exception, and no stack trace. */
    public static ConfigurationException refusal(Collection<Fault> faults) {
        return new ConfigurationException(
                faults.stream()
                        .map(fault -> "  %s %s".formatted(fault.variable(), fault.words()))
                        .collect(
                                Collectors.joining(
                                        "\n", "Does not start with these settings:\n", "")));
    }
}
