package guichet.registry.resource;

import guichet.kit.registry.Actor;
import guichet.kit.registry.Resource;
import guichet.kit.registry.Resource.ResourceScope;
import guichet.kit.registry.ResourceCatalogue;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The APIs on offer. */
@ApplicationScoped
public class OfferedResources implements PanacheRepositoryBase<OfferedResource, String> {

    /** All of them, as the other services see them. */
    @Transactional
    public ResourceCatalogue catalogue() {
        return catalogue(list("order by name"));
    }

    /** Those whose scopes an application may register for. */
    @Transactional
    public ResourceCatalogue registrable() {
        return catalogue(list("not reserved order by name"));
    }

    private static ResourceCatalogue catalogue(List<OfferedResource> offered) {
        return new ResourceCatalogue(offered.stream().map(OfferedResources::resource).toList());
    }

    private static Resource resource(OfferedResource offered) {
        return new Resource(
                offered.identifier,
                offered.title,
                offered.clientId,
                offered.signingAlgorithm,
                offered.scopes.stream().map(OfferedResources::scope).toList());
    }

    private static ResourceScope scope(OfferedScope offered) {
        return new ResourceScope(
                offered.name,
                offered.description,
                offered.grantedTo.stream()
                        .map(actor -> Actor.valueOf(actor.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet()));
    }
}
