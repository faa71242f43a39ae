package guichet.kit.internal;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Refuses to start with a credential for a neighbour that is missing or could be guessed. */
@Singleton
@Startup
class NeighbourCredentials {
    private static final Pattern SETTING =
            Pattern.compile("guichet\\.internal\\.\\w+\\.credential");

    /** The name of another setting in place of a value, which must not be shown. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[\\w.-]+}");

    NeighbourCredentials(Config config) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> SETTING.matcher(name).matches())
                .map(config::getConfigValue)
                .forEach(NeighbourCredentials::require);
    }

    /** Names the setting that it is read from, too: that is the one which the operator has. */
    private static void require(ConfigValue credential) {
        String raw = requireNonNullElse(credential.getRawValue(), "");
        String reference = REFERENCE.matcher(raw).matches() ? " = " + raw : "";
        Credential.require(credential.getName() + reference, credential.getValue());
    }
}
