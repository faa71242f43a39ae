package guichet.kit.internal;

import guichet.oauth.HttpAddress;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Refuses to start where a neighbour would be sent a credential in clear text. */
@Singleton
@Startup
class NeighbourAddresses {
    private static final Pattern NEIGHBOUR =
            Pattern.compile("guichet\\.internal\\.(\\w+)\\.credential");

    NeighbourAddresses(Config config) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(NEIGHBOUR::matcher)
                .filter(Matcher::matches)
                .map(neighbour -> "guichet.internal.%s.url".formatted(neighbour.group(1)))
                .forEach(name -> require(name, config.getOptionalValue(name, String.class)));
    }

    private static void require(String setting, Optional<String> address) {
        if (address.flatMap(HttpAddress::of).filter(HttpAddress::isProtected).isEmpty()) {
            throw new IllegalStateException(
                    setting + ": must be an https address; http is for this machine only");
        }
    }
}
