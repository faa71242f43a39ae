package guichet.guard.setting;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a setting has to be.
 *
 * @param type of a single value
 * @param many whether there may be several, comma-separated
 */
record Kind(Class<?> type, boolean optional, boolean many, Method method) {
    /** All that is not one of these would be taken for false. */
    private static final Pattern BOOLEAN = Pattern.compile("(?i)true|yes|y|on|1|false|no|n|off|0");

    private static final Map<Class<?>, String> WORDS =
            Map.of(
                    Duration.class, "a time such as 30s, 10m or 24h",
                    boolean.class, "true or false",
                    int.class, "a whole number",
                    Integer.class, "a whole number",
                    MemorySize.class, "an amount of memory such as 256M",
                    URI.class, "an address such as http://127.0.0.1:8183");

    static Kind of(Method method) {
        return of(method.getGenericReturnType(), method);
    }

    private static Kind of(Type type, Method method) {
        if (type instanceof ParameterizedType wrapper) {
            Type wrapped =
                    wrapper.getActualTypeArguments()[wrapper.getActualTypeArguments().length - 1];
            Kind kind = of(wrapped, method);
            var by = (Class<?>) wrapper.getRawType();
            return new Kind(
                    kind.type,
                    kind.optional || by == Optional.class,
                    kind.many || Collection.class.isAssignableFrom(by),
                    method);
        }
        return type == OptionalInt.class
                ? new Kind(int.class, true, false, method)
                : new Kind((Class<?>) type, false, false, method);
    }

    boolean accepts(String text, SmallRyeConfig config) {
        List<String> values = many ? List.of(StringUtil.split(text)) : List.of(text);
        return !values.isEmpty()
                && values.stream().allMatch(value -> acceptsOne(value.strip(), config));
    }

    private boolean acceptsOne(String text, SmallRyeConfig config) {
        if (type == boolean.class) {
            return BOOLEAN.matcher(text).matches();
        }
        try {
            Object value = config.requireConverter(type).convert(text);
            return isWithin(value, config) && passesTest(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private boolean isWithin(Object value, SmallRyeConfig config) {
        Between between = method.getAnnotation(Between.class);
        return between == null
                || (compare(value, between.least(), config) >= 0
                        && compare(value, between.most(), config) <= 0);
    }

    /** With a bound; equal when there is none. */
    private int compare(Object value, String bound, SmallRyeConfig config) {
        Class<?> unit = value instanceof String ? Integer.class : type;
        return bound.isEmpty()
                ? 0
                : size(value).compareTo(size(config.requireConverter(unit).convert(bound)));
    }

    @SuppressWarnings("unchecked") // comparable with its like, since somebody says between
    private static Comparable<Object> size(Object value) {
        return (Comparable<Object>)
                switch (value) {
                    case String text -> text.length();
                    case MemorySize memory -> memory.asBigInteger();
                    default -> value;
                };
    }

    private boolean passesTest(String text) {
        MustBe mustBe = mustBe();
        return mustBe == null || New.of(mustBe.test()).test(text);
    }

    private @Nullable MustBe mustBe() {
        MustBe own = method.getAnnotation(MustBe.class);
        return own == null ? type.getAnnotation(MustBe.class) : own;
    }

    /** Empty when there is nothing to say. */
    String words() {
        MustBe mustBe = mustBe();
        String what = mustBe == null ? byType() : mustBe.value();
        return Stream.of(what, bounds(method.getAnnotation(Between.class)))
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(", "));
    }

    private String byType() {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(each -> each.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "))
                : WORDS.getOrDefault(type, "");
    }

    private String bounds(@Nullable Between between) {
        if (between == null) {
            return "";
        }
        String unit = type == String.class ? " characters" : "";
        if (between.most().isEmpty()) {
            return between.least() + unit + " or more";
        }
        return between.least().isEmpty()
                ? between.most() + unit + " at most"
                : "from %s to %s%s".formatted(between.least(), between.most(), unit);
    }
}
