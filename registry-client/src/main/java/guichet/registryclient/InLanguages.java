package guichet.registryclient;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** What somebody says in several languages. */
final class InLanguages {
    private InLanguages() {}

    /**
     * The tag of what fits a reader best, BCP 47: {@code fr} or {@code fr-CA} for French, and
     * {@code fr} for Canadian French, too, RFC 4647 §3.3 and §3.4.
     */
    static Optional<String> best(Locale reader, Collection<String> tags) {
        var range = List.of(new LanguageRange(reader.toLanguageTag()));
        return Locale.filterTags(range, tags).stream()
                .findFirst()
                .or(() -> Optional.ofNullable(Locale.lookupTag(range, tags)));
    }
}
