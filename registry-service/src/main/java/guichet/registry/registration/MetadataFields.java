package guichet.registry.registration;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.oauth.OAuthError.InvalidClientMetadata;
import guichet.oauth.Reason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The members of a registration, each read as what it must be; a refusal names the member. */
final class MetadataFields {
    private static final int MOST_VALUES = 20;

    /** Control and formatting characters, with which a name could pretend to be another. */
    private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final JsonNode json;

    MetadataFields(JsonNode json) {
        this.json = json;
    }

    /** The text of a member; empty when it is absent, null or blank. */
    Optional<String> text(String name, int longest) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        return Optional.of(checked(name, value, longest)).filter(text -> !text.isBlank());
    }

    /** The yes or no of a member; {@code standard} when it is absent or null. */
    boolean flag(String name, boolean standard) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return standard;
        }
        if (!value.isBoolean()) {
            throw fault(Reason.METADATA_MALFORMED, name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** The seconds of a member; empty when it is absent or null. */
    Optional<Long> seconds(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt() || value.asInt() < 0) {
            throw fault(
                    Reason.METADATA_MALFORMED,
                    name,
                    "must be a whole number of seconds, 0 or more");
        }
        return Optional.of(value.asLong());
    }

    /** Ends the registration when a member is there for which nothing is done here. */
    void refuse(String name, String fault) {
        if (json.hasNonNull(name)) {
            throw fault(Reason.METADATA_MALFORMED, name, fault);
        }
    }

    /** The object of a member; empty when it is absent or null. */
    Optional<JsonNode> object(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw fault(Reason.METADATA_MALFORMED, name, "must be an object");
        }
        return Optional.of(value);
    }

    /** The texts of a member, each once; empty when it is absent or null. */
    Optional<List<String>> texts(String name, int longest) {
        JsonNode values = json.path(name);
        if (values.isMissingNode() || values.isNull()) {
            return Optional.empty();
        }
        if (!values.isArray()) {
            throw fault(Reason.METADATA_MALFORMED, name, "must be an array of strings");
        }
        if (values.size() > MOST_VALUES) {
            throw fault(
                    Reason.METADATA_MALFORMED,
                    name,
                    "must have %d values at most".formatted(MOST_VALUES));
        }
        var texts = new LinkedHashSet<String>();
        values.forEach(value -> texts.add(checked(name, value, longest)));
        return Optional.of(new ArrayList<>(texts));
    }

    private static String checked(String name, JsonNode value, int longest) {
        if (!value.isTextual()) {
            throw fault(Reason.METADATA_MALFORMED, name, "must be a string");
        }
        String text = value.textValue().strip();
        if (text.length() > longest) {
            throw fault(
                    Reason.METADATA_MALFORMED,
                    name,
                    "must have %d characters at most".formatted(longest));
        }
        if (DECEPTIVE.matcher(text).find()) {
            throw fault(
                    Reason.METADATA_MALFORMED,
                    name,
                    "must have no control or invisible formatting characters");
        }
        return text;
    }

    static RuntimeException fault(Reason reason, String name, String fault) {
        return new InvalidClientMetadata(reason, name, fault).refuse();
    }
}
