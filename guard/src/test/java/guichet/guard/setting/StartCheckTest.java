package guichet.guard.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.Secret;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With which settings a service does not start, and what is said of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StartCheckTest {
    private static final Map<String, String> GOOD =
            Map.of("GUICHET_SECRET", "a-secret-of-enough-length", "GUICHET_PLACE", "here");

    @Test
    void what_is_good_starts() {
        assertThat(faults(GOOD)).isEmpty();
    }

    @Test
    void all_faults_are_named_at_once() {
        var wrong =
                Map.of(
                        "GUICHET_SHOP_OPEN", "yse",
                        "GUICHET_SHOP_COUNTERS", "0",
                        "GUICHET_SHOP_MORNING", "5h",
                        "GUICHET_SHOP_DAY", "4h");

        assertThat(faults(wrong))
                .containsExactly(
                        "GUICHET_PLACE is missing",
                        "GUICHET_SECRET is missing: it must be 16 characters or more",
                        "GUICHET_SHOP_COUNTERS must be a whole number, 1 or more",
                        "GUICHET_SHOP_OPEN must be true or false");
    }

    @Test
    void settings_that_do_not_go_together_are_named_beside_others() {
        var wrong = new HashMap<>(GOOD);
        wrong.put("GUICHET_SHOP_MORNING", "5h");
        wrong.put("GUICHET_SHOP_DAY", "4h");
        wrong.remove("GUICHET_PLACE");

        assertThat(faults(wrong))
                .containsExactly(
                        "GUICHET_PLACE is missing",
                        "GUICHET_SHOP_DAY must be longer than a morning");
    }

    @ParameterizedTest
    @CsvSource({
        "GUICHET_SECRET, short, 16 characters or more",
        "GUICHET_SECRET, '', is missing",
        "GUICHET_SHOP_OPEN, treu, true or false",
        "GUICHET_SHOP_OPEN, '', is missing",
        "GUICHET_SHOP_DAY, often, 'a time such as 30s, 10m or 24h, from 1h to 24h'",
        "GUICHET_SHOP_DAY, 25h, from 1h to 24h",
        "GUICHET_SHOP_DAY, 59m, from 1h to 24h",
        "GUICHET_SHOP_COUNTERS, many, a whole number",
        "GUICHET_SHOP_GOODS, 'pear,stone', 'fruit, such as pear'",
        "GUICHET_SHOP_PRICES_PEAR_IN_CENTS, cheap, a whole number",
    })
    void a_wrong_value_is_named_with_what_to_write(String variable, String value, String words) {
        var wrong = new HashMap<>(GOOD);
        wrong.put(variable, value);

        assertThat(faults(wrong)).singleElement(STRING).startsWith(variable + " ").contains(words);
    }

    @Test
    void a_value_may_be_a_secret_and_is_not_repeated() {
        var wrong = Map.of("GUICHET_SECRET", "hush", "GUICHET_PLACE", "here");

        assertThat(faults(wrong)).singleElement(STRING).doesNotContain("hush");
    }

    @Test
    void what_stands_below_a_name_that_somebody_chose_is_needed_as_a_whole() {
        var wrong = new HashMap<>(GOOD);
        wrong.put("GUICHET_SHOP_PRICES_APPLE_NAME", "Apple");

        assertThat(faults(wrong))
                .containsExactly(
                        "GUICHET_SHOP_PRICES_APPLE_IN_CENTS is missing: it must be a whole number");
    }

    @Test
    void a_variable_that_nothing_reads_is_one_that_was_misspelt() {
        var misspelt = new HashMap<>(GOOD);
        misspelt.put("GUICHET_SHOP_OPNE", "true");
        misspelt.put("GUICHET_SHOP_PRICES_APPLE_IN_CENTS", "30");
        misspelt.put("GUICHET_SHOP_PRICES_APPLE_IN_CENT", "30");
        var settings = new WrittenSettings(() -> builder(misspelt), mappings());

        assertThat(settings.unknown(settings.known()))
                .containsExactlyInAnyOrder(
                        "GUICHET_SHOP_OPNE", "GUICHET_SHOP_PRICES_APPLE_IN_CENT");
        assertThat(settings.known().nearestTo("GUICHET_SHOP_OPNE")).contains("GUICHET_SHOP_OPEN");
    }

    @Test
    void what_a_file_takes_if_it_is_there_is_a_setting() {
        var named = new HashMap<>(GOOD);
        named.put("GUICHET_WORD_FOR_PEAR", "Birne");
        var settings = new WrittenSettings(() -> builder(named), mappings());

        assertThat(settings.unknown(settings.known())).isEmpty();
    }

    private static List<String> faults(Map<String, String> environment) {
        return StartWith.faults(
                builder(environment).withMapping(Shop.class).withMapping(Neighbours.class));
    }

    private static List<ConfigClass> mappings() {
        return Stream.<Class<?>>of(Shop.class, Neighbours.class)
                .map(ConfigClass::configClass)
                .toList();
    }

    private static SmallRyeConfigBuilder builder(Map<String, String> environment) {
        var file =
                Map.of(
                        "guichet.neighbours.baker.secret", "${guichet.secret}",
                        "guichet.shop.prices.pear.in-cents", "20",
                        "guichet.shop.prices.pear.name", "${guichet.word-for-pear:}",
                        "quarkus.address", "https://${guichet.place}/");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile("prod")
                .withDefaultValues(
                        Map.of(
                                "guichet.shop.open", "true",
                                "guichet.shop.day", "8h",
                                "guichet.shop.morning", "4h"))
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new PropertiesConfigSource(file, "a file", 250));
    }

    /** Of every kind one. */
    @CheckedBy(LongDay.class)
    @ConfigMapping(prefix = "guichet.shop")
    public interface Shop {
        @WithDefault("true")
        boolean open();

        @WithDefault("8h")
        @Between(least = "1h", most = "24h")
        Duration day();

        @WithDefault("4h")
        Duration morning();

        @Between(least = "1")
        OptionalInt counters();

        @MustBe(value = "fruit, such as pear", test = IsFruit.class)
        Optional<List<String>> goods();

        Map<String, Price> prices();

        /** With something that has to be there. */
        interface Price {
            Optional<String> name();

            int inCents();
        }
    }

    /** Read from settings of another name. */
    @ConfigMapping(prefix = "guichet.neighbours")
    public interface Neighbours {
        @WithParentName
        Map<String, Neighbour> byName();

        /** One of them. */
        interface Neighbour {
            @Between(least = "16")
            Secret<String> secret();
        }
    }

    static final class IsFruit implements Predicate<String> {
        @Override
        public boolean test(String text) {
            return text.equals("pear");
        }
    }

    static final class LongDay implements Agreement<Shop> {
        @Override
        public Stream<Fault> faults(Shop settings, SmallRyeConfig all) {
            return settings.day().compareTo(settings.morning()) > 0
                    ? Stream.empty()
                    : Stream.of(Fault.of("guichet.shop.day", "must be longer than a morning"));
        }
    }
}
