package guichet.moviesapp.language;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The languages in which there are pages. */
@Singleton
public class Languages {
    /** Browsers send some forty; each takes the longer to read the more there are. */
    private static final int LONGEST = 200;

    private final List<Locale> offered;

    Languages(@ConfigProperty(name = "quarkus.locales") List<String> tags) {
        this.offered = tags.stream().map(Locale::forLanguageTag).toList();
    }

    /** All of them, in the order of the setting. */
    public List<Locale> offered() {
        return offered;
    }

    /** The one for who says nothing of the matter. */
    public Locale usual() {
        return offered.getFirst();
    }

    /** What there is to say in one of them. */
    public static Messages messages(Locale language) {
        return MessageBundles.get(Messages.class, Localized.Literal.of(language.toLanguageTag()));
    }

    /** The one of this tag, BCP 47, and no other. */
    public Optional<Locale> find(String tag) {
        return offered.stream().filter(it -> it.toLanguageTag().equals(tag)).findFirst();
    }

    /**
     * The one that somebody reads best, RFC 4647 §3.4; empty if they read none of them.
     *
     * @param priorities as {@code Accept-Language} has them, RFC 9110 §12.5.4, or a tag alone
     */
    public Optional<Locale> best(String priorities) {
        if (priorities.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(LanguageRange.parse(priorities), offered));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // nonsense is no preference
        }
    }
}
