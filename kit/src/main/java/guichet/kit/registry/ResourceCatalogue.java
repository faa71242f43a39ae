package guichet.kit.registry;

import guichet.kit.registry.Resource.ResourceScope;
import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The APIs on offer with their scopes, as the registry last told, and those of OpenID Connect. */
public record ResourceCatalogue(List<Resource> resources) {
    public ResourceCatalogue {
        resources = List.copyOf(resources);
    }

    /** Every scope on offer, those of OpenID Connect last. */
    public Scope scope() {
        return apiScope().and(OpenIdScopes.ALL.stream().map(ResourceScope::name).toList());
    }

    /** Every scope of an API: what a request means that names none. */
    public Scope apiScope() {
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
                .findFirst()
                .or(() -> OpenIdScopes.find(scopeToken));
    }

    /** The API to which this scope belongs; empty for one that belongs to none, as openid. */
    public Optional<Resource> resourceOf(String scopeToken) {
        return resources.stream()
                .filter(resource -> resource.find(scopeToken).isPresent())
                .findFirst();
    }

    /**
     * The identifiers of the APIs that a request names, as they are registered: to the letter, or
     * else equivalent by RFC 3986 §6.2.3, since libraries write {@code https://api.example/} for
     * {@code https://api.example}.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_target} for an API that is not on offer
     */
    public List<String> named(Collection<String> asked) {
        return asked.stream()
                .map(it ->
                        registered(it)
                                .orElseThrow(() ->
                                        Reason.RESOURCE_UNKNOWN.refuse(
                                                "resource is not the identifier of an API on"
                                                        + " offer")))
                .distinct()
                .toList();
    }

    /** The same for who leaves a refusal to others: what is not on offer stays as it came. */
    public List<String> namedOrAsked(Collection<String> asked) {
        return asked.stream().map(it -> registered(it).orElse(it)).distinct().toList();
    }

    private Optional<String> registered(String asked) {
        return identifiers()
                .filter(asked::equals)
                .findFirst()
                .or(() ->
                        identifiers()
                                .filter(it -> normalised(it).equals(normalised(asked)))
                                .findFirst());
    }

    private Stream<String> identifiers() {
        return resources.stream().map(Resource::identifier);
    }

    private static String normalised(String identifier) {
        return HttpAddress.of(identifier).map(HttpAddress::normalised).orElse(identifier);
    }

    /**
     * By which algorithm a token for these APIs has to be signed; empty when it is for none.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_target} when they want it by different
     *     ones: it has one signature
     */
    public Optional<String> signingAlgorithm(Set<String> audience) {
        List<String> wanted =
                resources.stream()
                        .filter(resource -> audience.contains(resource.identifier()))
                        .map(Resource::signingAlgorithm)
                        .distinct()
                        .toList();
        if (wanted.size() > 1) {
            throw Reason.RESOURCES_SIGNED_DIFFERENTLY.refuse(
                    "tokens for %s are signed by different algorithms: ask for one each",
                    String.join(" and ", audience));
        }
        return wanted.stream().findFirst();
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
