package guichet.kit.registry;

import guichet.kit.registry.Resource.ResourceScope;
import guichet.oauth.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The APIs on offer and their scopes, as the registry last told. */
public record ResourceCatalogue(List<Resource> resources) {
    public ResourceCatalogue {
        resources = List.copyOf(resources);
    }

    /** Every scope on offer. */
    public Scope scope() {
        return new Scope(
                resources.stream()
                        .flatMap(resource -> resource.scopes().stream())
                        .map(ResourceScope::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The part of {@code scope} that exists and that {@code actor} may have. */
    public Scope grantable(Scope scope, Actor actor) {
        return scope.only(token ->
                find(token).filter(found -> found.grantedTo().contains(actor)).isPresent());
    }

    /** The scope of this name. */
    public Optional<ResourceScope> find(String scopeToken) {
        return resources.stream()
                .flatMap(resource -> resource.find(scopeToken).stream())
                .findFirst();
    }

    /**
     * By which algorithms tokens for these APIs have to be signed: one token can be by one only.
     */
    public Set<String> signingAlgorithms(Set<String> audience) {
        return resources.stream()
                .filter(resource -> audience.contains(resource.identifier()))
                .map(Resource::signingAlgorithm)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The identifiers of the APIs to which these scopes belong: the {@code aud} of a token. */
    public Set<String> audienceOf(Scope scope) {
        var audience = new LinkedHashSet<String>();
        for (Resource resource : resources) {
            if (scope.tokens().stream().anyMatch(token -> resource.find(token).isPresent())) {
                audience.add(resource.identifier());
            }
        }
        return audience;
    }
}
