package guichet.resource;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** Settings for tests without Quarkus. */
record TestSettings(String identifier, URI jwksUri, Duration leeway, Set<String> algorithms)
        implements ResourceConfig {}
