package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import guichet.oauth.HumanReadableText;
import java.util.regex.Pattern;

/** A string of the client metadata, RFC 7591 §2, without blanks around it. */
final class MetadataString {
    /** Control and formatting characters, with which an address could pretend to be another. */
    private static final Pattern DECEPTIVE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private MetadataString() {}

    /** One that programs read. */
    static String of(String name, JsonNode value, int longest) {
        String text = bounded(name, value, longest);
        if (DECEPTIVE.matcher(text).find()) {
            throw malformed(name, "must have no control or invisible formatting characters");
        }
        return text;
    }

    /** One that people read, RFC 7591 §2.2. */
    static String humanReadable(String name, JsonNode value, int longest) {
        String text = bounded(name, value, longest);
        if (!HumanReadableText.isPlain(text)) {
            throw malformed(
                    name,
                    "must have no control or invisible formatting characters, but joiners where a"
                            + " script or an emoji needs them");
        }
        return text;
    }

    private static String bounded(String name, JsonNode value, int longest) {
        if (!value.isTextual()) {
            throw malformed(name, "must be a string");
        }
        String text = value.textValue().strip();
        if (text.length() > longest) {
            throw malformed(name, "must have %d characters at most".formatted(longest));
        }
        return text;
    }
}
