package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import guichet.lint.Members;
import guichet.oauth.HumanReadableText;
import guichet.oauth.Reason;
import guichet.registry.registration.Reading.LeftOut;
import guichet.registry.registration.Reading.Taken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The members of a registration, each read as what it must be; a refusal names the member. What the
 * client may do without is left out and remembered, RFC 7591 §3.2.1, unless the settings or an
 * administrator say it: an operator's typo must be told.
 */
final class MetadataFields {
    private static final int MOST_VALUES = 20;
    private static final int MOST_LIKE = 5;

    /** Of what is no text but one of a few words, or an identifier. */
    static final int LONGEST_WORD = 100;

    private final ObjectNode json;
    private final boolean strict;

    /** Whether values are texts that somebody wrote, in place of JSON. */
    private final boolean written;

    private final Set<String> known = new TreeSet<>();
    private final List<Replacement> replaced = new ArrayList<>();

    private MetadataFields(ObjectNode json, boolean strict, boolean written) {
        this.json = json;
        this.strict = strict;
        this.written = written;
    }

    /** Those of somebody who registers. */
    static MetadataFields sent(JsonNode json) {
        return new MetadataFields(json.deepCopy(), false, false);
    }

    /** Those that an administrator says, whose typo must be told. */
    static MetadataFields exact(JsonNode json) {
        return new MetadataFields(json.deepCopy(), true, false);
    }

    /** Those of a client that the settings declare, whose names have dashes. */
    static MetadataFields declared(Map<String, String> settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        settings.forEach((name, value) -> json.put(member(name), value));
        return new MetadataFields(json, true, true);
    }

    /** The dashes of a language, as in {@code client-name#fr-CA}, are its own. */
    private static String member(String setting) {
        String[] parts = setting.split(OtherLanguages.BEFORE_LANGUAGE, 2);
        parts[0] = parts[0].replace('-', '_');
        return String.join(OtherLanguages.BEFORE_LANGUAGE, parts);
    }

    /**
     * To be asked when all was read: whether there are members that nobody asked for.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata}, naming those most like
     *     it
     */
    void refuseUnknown() {
        json.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw fault(
                                Reason.METADATA_UNSUPPORTED,
                                name,
                                "is not known here; it might be " + String.join(", ", like(name)));
                    }
                });
    }

    /** Those that begin as this does, the nearest first. */
    private List<String> like(String name) {
        Comparator<String> byBeginning =
                Comparator.comparingInt(
                        it -> Arrays.mismatch(it.toCharArray(), name.toCharArray()));
        return known.stream().sorted(byBeginning.reversed()).limit(MOST_LIKE).toList();
    }

    /** What was left out so far. */
    List<Replacement> replaced() {
        return List.copyOf(replaced);
    }

    /** The members without what was left out. */
    JsonNode taken() {
        return json;
    }

    /**
     * Takes the registration without a value of a member.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata} for a declared client
     */
    void leaveOut(String name, String sent, LeftOut<?> fault) {
        if (strict) {
            throw fault(fault.reason(), name, fault.why());
        }
        replaced.add(new Replacement(name, sent, fault.why()));
        if (json.get(name) instanceof ArrayNode values) {
            values.removeIf(value -> value.asText().strip().equals(sent));
        } else {
            json.remove(name);
        }
    }

    /** The names of members in which this stands. */
    List<String> namesWith(String part) {
        return json.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.contains(part))
                .toList();
    }

    /** Says what was taken of a member of which a part was left out. */
    void take(String name, JsonNode part) {
        json.set(name, part);
    }

    /**
     * Those of the values with which nothing is wrong; the others are left out.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_client_metadata} when none remains
     */
    <T> List<T> known(String name, List<String> values, Function<String, Reading<T>> reader) {
        var taken = new ArrayList<T>();
        var leftOut = new LinkedHashMap<String, LeftOut<T>>();
        for (String value : values) {
            switch (reader.apply(value)) {
                case Taken<T>(T it) -> taken.add(it);
                case LeftOut<T> fault -> leftOut.put(value, fault);
            }
        }
        if (taken.isEmpty() && !leftOut.isEmpty()) {
            LeftOut<T> first = leftOut.firstEntry().getValue();
            throw fault(first.reason(), name, first.why());
        }
        leftOut.forEach((value, fault) -> leaveOut(name, value, fault));
        return taken;
    }

    /** The text of a member that people are shown; empty when it is absent, null or blank. */
    Optional<String> shown(String name, int longest) {
        return present(name)
                .map(value -> MetadataString.humanReadable(name, value, longest))
                .filter(text -> !HumanReadableText.isBlank(text));
    }

    /** The text of a member; empty when it is absent, null or blank. */
    Optional<String> text(String name, int longest) {
        return present(name)
                .map(value -> MetadataString.of(name, value, longest))
                .filter(text -> !text.isBlank());
    }

    /** Whether a member is there as a text that says nothing. */
    boolean isBlank(String name) {
        return present(name).filter(it -> it.isTextual() && it.asText().isBlank()).isPresent();
    }

    /** The value of a member that is one of those known here; another is left out. */
    <T> Optional<T> oneOf(String name, Function<String, Optional<T>> known, LeftOut<T> another) {
        Optional<String> named = text(name, LONGEST_WORD);
        Optional<T> found = named.flatMap(known);
        if (found.isEmpty()) {
            named.ifPresent(it -> leaveOut(name, it, another));
        }
        return found;
    }

    private Optional<JsonNode> present(String name) {
        assert Members.isKnown(name) : name + " is missing there";
        known.add(name);
        return Optional.ofNullable(json.get(name)).filter(it -> !it.isNull());
    }

    /** What is no text in JSON is one in a setting. */
    private Optional<JsonNode> present(String name, Function<String, JsonNode> setting) {
        return present(name).map(it -> written ? setting.apply(it.textValue()) : it);
    }

    /** The yes or no of a member; {@code standard} when it is absent or null. */
    boolean flag(String name, boolean standard) {
        Optional<JsonNode> value = present(name, SettingValue::flag);
        if (value.filter(it -> !it.isBoolean()).isPresent()) {
            throw malformed(name, "must be true or false");
        }
        return value.map(JsonNode::booleanValue).orElse(standard);
    }

    /** The seconds of a member; empty when it is absent or null. */
    Optional<Long> seconds(String name) {
        Optional<JsonNode> value = present(name, SettingValue::number);
        if (value.filter(it -> !isSeconds(it)).isPresent()) {
            throw malformed(name, "must be a whole number of seconds, 0 or more");
        }
        return value.map(JsonNode::asLong);
    }

    private static boolean isSeconds(JsonNode value) {
        return value.canConvertToExactIntegral() && value.canConvertToInt() && value.asInt() >= 0;
    }

    /** Leaves a member out for which nothing is done here. */
    void ignore(String name, String why) {
        present(name)
                .ifPresent(value ->
                        leaveOut(
                                name,
                                value.asText(),
                                new LeftOut<>(Reason.METADATA_UNSUPPORTED, why)));
    }

    /** The object of a member; empty when it is absent or null. */
    Optional<JsonNode> object(String name) {
        Optional<JsonNode> value = present(name);
        if (value.filter(it -> !it.isObject()).isPresent()) {
            throw malformed(name, "must be an object");
        }
        return value;
    }

    /** The texts of a member, each once; empty when it is absent or null. */
    Optional<List<String>> texts(String name, int longest) {
        return present(name, SettingValue::list).map(values -> texts(name, values, longest));
    }

    private static List<String> texts(String name, JsonNode values, int longest) {
        if (!values.isArray()) {
            throw malformed(name, "must be an array of strings");
        }
        if (values.size() > MOST_VALUES) {
            throw malformed(name, "must have %d values at most".formatted(MOST_VALUES));
        }
        var texts = new LinkedHashSet<String>();
        values.forEach(value -> texts.add(MetadataString.of(name, value, longest)));
        return new ArrayList<>(texts);
    }

    static RuntimeException malformed(String name, String fault) {
        return fault(Reason.METADATA_MALFORMED, name, fault);
    }

    static RuntimeException contradictory(String name, String fault) {
        return fault(Reason.METADATA_CONTRADICTORY, name, fault);
    }

    static RuntimeException fault(Reason reason, String name, String fault) {
        return reason.refuse("%s: %s", name, fault);
    }
}
