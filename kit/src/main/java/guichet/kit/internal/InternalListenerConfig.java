package guichet.kit.internal;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The listener for neighbours, which speaks TLS. */
@ConfigMapping(prefix = "guichet.internal.listener")
interface InternalListenerConfig {
    /**
     * What it answers, each as it stands and all below it; a service that has none says nothing.
     */
    Optional<List<String>> paths();
}
