package guichet.authorization.protocol.consent;

import guichet.authorization.protocol.claim.Extent;
import guichet.oauth.openid.StandardClaim;
import guichet.registryclient.Resource.ResourceScope;
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
    public List<String> of(Extent extent) {
        var catalogue = resources.catalogue();
        Stream<String> scopes =
                extent.scope().tokens().stream()
                        .map(it -> catalogue.find(it).map(ResourceScope::description).orElse(it));
        return Stream.concat(scopes, extent.claims().stream().map(StandardClaim::words)).toList();
    }
}
