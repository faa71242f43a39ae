package guichet.kit.http;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps strangers from making metrics: each value of a label has a metric of its own for as long as
 * a service runs, and whoever calls may call a method whatever they like.
 */
@Singleton
class MethodLabels {
    /** Those of RFC 9110 §9.3 and RFC 5789 that mean something somewhere. */
    private static final Set<String> KNOWN =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Produces
    @Singleton
    MeterFilter knownMethods() {
        return MeterFilter.replaceTagValues("method", it -> KNOWN.contains(it) ? it : "OTHER");
    }
}
