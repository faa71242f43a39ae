package guichet.guard.setting;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of a service as its operator wrote them. */
final class WrittenSettings {
    private final Supplier<SmallRyeConfigBuilder> sources;
    private final SmallRyeConfig config;
    private final Collection<ConfigClass> mappings;
    private final Names names;

    /**
     * With nothing mapped yet.
     *
     * @param sources where they are written
     * @param mappings how the service reads them
     */
    WrittenSettings(Supplier<SmallRyeConfigBuilder> sources, Collection<ConfigClass> mappings) {
        this.sources = sources;
        this.config = sources.get().build();
        this.mappings = mappings;
        this.names = new Names(config);
    }

    /** All that is wrong with them, one fault for each variable. */
    Collection<Fault> faults() {
        Map<Boolean, List<ConfigClass>> byGood =
                mappings.stream()
                        .collect(Collectors.partitioningBy(it -> faults(it).findAny().isEmpty()));
        var faults = new TreeMap<String, Fault>();
        Stream.of(
                        byGood.getOrDefault(false, List.of()).stream().flatMap(this::faults),
                        missing(),
                        contradictions(byGood.getOrDefault(true, List.of())))
                .flatMap(Function.identity())
                .forEach(fault -> faults.putIfAbsent(fault.variable(), fault));
        return faults.values();
    }

    /** Variables that begin as ours do and are not among those that are read. */
    Collection<String> unknown(KnownVariables known) {
        return names.variables().filter(Predicate.not(known::isRead)).toList();
    }

    KnownVariables known() {
        var read = names.all().flatMap(names::mentionedBy).collect(Collectors.toSet());
        mappings.forEach(mapping -> read.addAll(members(mapping).keySet()));
        return KnownVariables.of(read, names.written().toList());
    }

    private Stream<Fault> faults(ConfigClass mapping) {
        Map<String, Method> members = members(mapping);
        return members.entrySet().stream()
                .flatMap(member ->
                        names.of(member.getKey(), members.keySet())
                                .flatMap(name -> fault(name, Kind.of(member.getValue())).stream()));
    }

    private static Map<String, Method> members(ConfigClass mapping) {
        var members = new LinkedHashMap<String, Method>();
        ConfigMappings.getProperties(mapping)
                .forEach((name, property) -> {
                    if (!name.endsWith("[*]")) { // a list is read as a whole
                        members.put(name, property.getMethod());
                    }
                });
        return members;
    }

    private Optional<Fault> fault(String property, Kind kind) {
        String text = requireNonNullElse(config.getConfigValue(property).getValue(), "");
        if (text.isBlank() ? kind.optional() : kind.accepts(text, config)) {
            return Optional.empty();
        }
        String words = kind.words();
        String what = text.isBlank() ? "is missing" : "must be " + words;
        String more = text.isBlank() && !words.isEmpty() ? ": it must be " + words : "";
        return Optional.of(Fault.of(names.source(property), what + more));
    }

    private Stream<Fault> missing() {
        return names.all()
                .flatMap(names::referredTo)
                .distinct()
                .filter(names::isMissing)
                .map(property -> Fault.of(property, "is missing"));
    }

    private Stream<Fault> contradictions(List<ConfigClass> good) {
        List<ConfigClass> checked =
                good.stream()
                        .filter(it -> it.getType().isAnnotationPresent(CheckedBy.class))
                        .toList();
        if (checked.isEmpty()) {
            return Stream.empty();
        }
        SmallRyeConfigBuilder builder = sources.get();
        checked.forEach(builder::withMapping);
        SmallRyeConfig mapped = builder.build();
        return checked.stream().map(ConfigClass::getType).flatMap(type -> check(type, mapped));
    }

    private static <T> Stream<Fault> check(Class<T> type, SmallRyeConfig mapped) {
        CheckedBy checkedBy = type.getAnnotation(CheckedBy.class);
        @SuppressWarnings("unchecked") // the annotation stands at the mapping that it is for
        var agreement = (Agreement<T>) New.of(checkedBy.value());
        return agreement.faults(mapped.getConfigMapping(type), mapped);
    }
}
