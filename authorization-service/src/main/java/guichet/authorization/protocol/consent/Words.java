package guichet.authorization.protocol.consent;

import guichet.authorization.language.Phrase;
import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.language.Text;
import guichet.authorization.protocol.claim.Extent;
import guichet.registryclient.Resource.ResourceScope;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Says to people what an application wants, or may do. */
@ApplicationScoped
public class Words {
    private static final String FALLBACK = "en";

    private final Resources resources;
    private final PreferredLanguage language;

    Words(Resources resources, PreferredLanguage language) {
        this.resources = resources;
        this.language = language;
    }

    /** A line for each scope, then one for each single claim. */
    public List<Phrase> of(Extent extent) {
        var catalogue = resources.catalogue();
        Stream<Phrase> scopes = extent.scope().tokens().stream().map(it -> words(it, catalogue));
        return Stream.concat(scopes, extent.claims().stream().map(OpenIdWords::of).map(Phrase::of))
                .toList();
    }

    private Phrase words(String scope, ResourceCatalogue catalogue) {
        return OpenIdWords.ofScope(scope)
                .map(Phrase::of)
                .or(() -> catalogue.find(scope).map(this::words))
                .orElseGet(() -> new Phrase(Text.of(scope), FALLBACK));
    }

    /** As the API says it in the language of the page, or else in English. */
    private Phrase words(ResourceScope scope) {
        return scope.languageFor(language.get())
                .map(it -> new Phrase(Text.of(Objects.requireNonNull(scope.words().get(it))), it))
                .orElseGet(() -> new Phrase(Text.of(scope.description()), FALLBACK));
    }
}
