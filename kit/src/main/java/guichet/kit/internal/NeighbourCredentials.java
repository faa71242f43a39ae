package guichet.kit.internal;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Refuses to start with a credential for a neighbour that is missing or could be guessed. */
@Singleton
@Startup
class NeighbourCredentials {
    private static final Pattern SETTING =
            Pattern.compile("guichet\\.internal\\.\\w+\\.credential");

    NeighbourCredentials(Config config) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> SETTING.matcher(name).matches())
                .forEach(name ->
                        Credential.require(
                                name, config.getOptionalValue(name, String.class).orElse("")));
    }
}
