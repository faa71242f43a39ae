package guichet.authorization.protocol.consent;

import guichet.authorization.language.Text;
import guichet.authorization.protocol.claim.Extent;
import guichet.registryclient.Resource.ResourceScope;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Says to people what an application wants, or may do. */
@ApplicationScoped
public class Words {
    private final Resources resources;

    Words(Resources resources) {
        this.resources = resources;
    }

    /** A line for each scope, then one for each single claim. */
    public List<Text> of(Extent extent) {
        var catalogue = resources.catalogue();
        Stream<Text> scopes = extent.scope().tokens().stream().map(it -> words(it, catalogue));
        return Stream.concat(scopes, extent.claims().stream().map(OpenIdWords::of)).toList();
    }

    private static Text words(String scope, ResourceCatalogue catalogue) {
        return OpenIdWords.ofScope(scope)
                .orElseGet(() ->
                        Text.of(
                                catalogue
                                        .find(scope)
                                        .map(ResourceScope::description)
                                        .orElse(scope)));
    }
}
