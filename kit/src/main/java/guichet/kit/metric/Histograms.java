package guichet.kit.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Which durations are told by how many took how long, so that percentiles can be had of all
 * replicas.
 */
final class Histograms {
    private static final Set<String> TOLD =
            Set.of("http.server.requests", "http.client.requests", "guichet.status.look");

    /** In milliseconds. Few, since each is a series of every path and status. */
    private static final double[] BOUNDS =
            DoubleStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)
                    .map(millis -> Duration.ofMillis((long) millis).toNanos())
                    .toArray();

    private Histograms() {}

    @Produces
    @Singleton
    static MeterFilter histograms() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(
                    Meter.Id id, DistributionStatisticConfig config) {
                return TOLD.contains(id.getName())
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(BOUNDS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
