package guichet.guard.setting;

import io.quarkus.runtime.configuration.QuarkusConfigBuilderCustomizer;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;
import java.util.Collection;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Ends the start of a service whose settings are wrong, as soon as it is known where they are
 * written: packaged, in dev mode and in tests. SmallRye Config finds it as a service.
 */
public final class StartCheck implements SmallRyeConfigBuilderCustomizer {
    private static final Logger LOG = Logger.getLogger(StartCheck.class);

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        List<ConfigClass> ours =
                builder.getMappingsBuilder().getMappings().stream()
                        .filter(mapping -> mapping.getPrefix().startsWith("guichet."))
                        .toList();
        if (!ours.isEmpty()) { // those who build a service, or run its tests, have none of ours
            check(new WrittenSettings(() -> sourcesOf(builder), ours));
        }
    }

    private static void check(WrittenSettings settings) {
        Collection<Fault> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw Fault.refusal(faults);
        }
        KnownVariables known = settings.known();
        settings.unknown(known)
                .forEach(variable ->
                        LOG.warnf(
                                "%s is no setting of this service: did you mean %s?",
                                variable, known.nearestTo(variable).orElse("another")));
    }

    /** The same sources once more, without what is mapped from them. */
    private static SmallRyeConfigBuilder sourcesOf(SmallRyeConfigBuilder builder) {
        var sources =
                new SmallRyeConfigBuilder()
                        .forClassLoader(builder.getClassLoader())
                        .withCustomizers(new QuarkusConfigBuilderCustomizer())
                        .addDiscoveredConverters()
                        .withValidateUnknown(false)
                        .withDefaultValues(builder.getDefaultValues())
                        .withSources(builder.getSources());
        builder.getSourceProviders().forEach(sources::withSources);
        return sources.withProfiles(builder.getProfiles())
                .setAddDefaultSources(builder.isAddDefaultSources());
    }

    /** After those that say where settings are written and how they are mapped. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE;
    }
}
