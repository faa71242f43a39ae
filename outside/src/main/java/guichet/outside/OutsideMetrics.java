package guichet.outside;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Measures all calls to the outside as one: their addresses are strangers' to choose. */
@Singleton
class OutsideMetrics {
    /** How the client is called in metrics; before the bar is a prefix that nobody reads. */
    static final String NAME = "http|outside";

    @Produces
    @Singleton
    MeterFilter oneAddress() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                boolean outside = "outside".equals(id.getTag("clientName"));
                return outside && id.getTag("uri") != null
                        ? id.replaceTags(Tags.of(id.getTags()).and("uri", "any"))
                        : id;
            }
        };
    }
}
