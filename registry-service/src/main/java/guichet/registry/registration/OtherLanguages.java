package guichet.registry.registration;

import static guichet.registry.registration.MetadataFields.contradictory;
import static guichet.registry.registration.MetadataFields.malformed;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an application says of itself in other languages, RFC 7591 §2.2. */
final class OtherLanguages {
    static final String BEFORE_LANGUAGE = "#";

    private OtherLanguages() {}

    /**
     * Those members with a language, such as {@code client_name#fr}; the language as BCP 47 writes
     * it.
     *
     * @param readers of the values, by the name before the language
     */
    static Map<String, String> read(MetadataFields fields, Map<String, Reader> readers) {
        var read = new TreeMap<String, String>();
        for (String member : fields.namesWith(BEFORE_LANGUAGE)) {
            String[] parts = member.split(BEFORE_LANGUAGE, 2);
            Reader reader = readers.get(parts[0]);
            if (reader != null) {
                String name = parts[0] + BEFORE_LANGUAGE + language(parts[0], parts[1]);
                Optional<String> value = reader.read(fields, member);
                if (value.isPresent() && read.put(name, value.get()) != null) {
                    throw contradictory(name, "is there twice, its language written in two ways");
                }
            }
        }
        return read;
    }

    private static String language(String name, String tag) {
        try {
            Locale language = new Locale.Builder().setLanguageTag(tag).build();
            if (!language.getLanguage().isEmpty()) {
                return language.toLanguageTag();
            }
        } catch (IllformedLocaleException _) {
            // as one that is empty
        }
        throw malformed(name, "what follows # must be a language tag, BCP 47, such as fr");
    }

    /** Reads what people are shown; empty when there is nothing. */
    @FunctionalInterface
    interface Reader {
        Optional<String> read(MetadataFields fields, String member);
    }
}
