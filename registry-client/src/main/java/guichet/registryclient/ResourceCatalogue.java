package guichet.registryclient;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import guichet.registryclient.Resource.ResourceScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
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

    /** Every scope of an API. */
    public Scope apiScope() {
        return new Scope(
                resources.stream()
                        .flatMap(resource -> resource.scopes().stream())
                        .map(ResourceScope::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /**
     * What a request means that names no scope: of what the client could have, the scopes of the
     * APIs that the request names, or else of the client's default API, the deployment's, or the
     * only one.
     *
     * @param possible what the client could have; what belongs to no API has to be asked for
     * @param ownDefault the identifier of the API that the client registered as its default
     * @param named the APIs that the request names, as {@link #named} has them
     * @throws guichet.oauth.OAuthException {@code invalid_target} when it may be several, of which
     *     none is chosen: an API that came later must not change what a request yields; and for an
     *     API of which the client could have no scope
     */
    public Scope meant(Scope possible, Optional<String> ownDefault, Collection<String> named) {
        named.forEach(identifier -> Target.check(this, possible, identifier));
        Set<String> apis = audienceOf(possible);
        Collection<String> meant = named.isEmpty() ? defaultOf(apis, ownDefault) : named;
        if (meant.size() > 1 && named.isEmpty()) {
            throw Target.ambiguous(meant);
        }
        return possible.only(token -> belongsToOneOf(meant, token));
    }

    private Set<String> defaultOf(Set<String> apis, Optional<String> ownDefault) {
        return Stream.concat(ownDefault.stream(), theDefault().stream())
                .filter(apis::contains)
                .findFirst()
                .map(Set::of)
                .orElse(apis);
    }

    private Optional<String> theDefault() {
        return resources.stream().filter(Resource::isDefault).map(Resource::identifier).findFirst();
    }

    private boolean belongsToOneOf(Collection<String> identifiers, String scopeToken) {
        return resourceOf(scopeToken)
                .map(Resource::identifier)
                .filter(identifiers::contains)
                .isPresent();
    }

    /** What a client gets that registers without a scope: those of OpenID Connect too. */
    public Scope defaultScope() {
        return scope().only(token ->
                resourceOf(token)
                        .flatMap(resource -> resource.find(token))
                        .map(ResourceScope::byDefault)
                        .orElse(true));
    }

    /** What tokens for these APIs say of the person, RFC 9068 §2.2.2. */
    public Set<String> accessTokenClaims(Set<String> audience) {
        return resources.stream()
                .filter(resource -> audience.contains(resource.identifier()))
                .flatMap(resource -> resource.accessTokenClaims().stream())
                .collect(Collectors.toSet());
    }

    /** How long a token for these APIs is good: as long as the one with the least wants. */
    public Duration lifetime(Set<String> audience, Duration usual) {
        return resources.stream()
                .filter(resource -> audience.contains(resource.identifier()))
                .map(resource -> resource.lifetime(usual))
                .min(Comparator.naturalOrder())
                .orElse(usual);
    }

    /** The part of {@code scope} that exists and that {@code actor} may have. */
    public Scope grantable(Scope scope, Actor actor) {
        return scope.only(token ->
                find(token).filter(found -> found.grantedTo().contains(actor)).isPresent());
    }

    /** Whether a scope was on offer already at this moment, and has been ever since. */
    public boolean wasOffered(String scopeToken, Instant then) {
        return find(scopeToken).filter(scope -> scope.wasOffered(then)).isPresent();
    }

    /**
     * What is left of a scope that was asked for or granted then: a scope of an API that went may
     * have come again, with other words or for another API, and is not what was meant.
     */
    public Scope stillOffered(Scope scope, Instant then) {
        return scope.only(token -> wasOffered(token, then));
    }

    /** The same with the scopes alone that were on offer then, and have been ever since. */
    ResourceCatalogue asOf(Instant then) {
        return new ResourceCatalogue(resources.stream().map(it -> it.asOf(then)).toList());
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
                        findIdentifier(it)
                                .orElseThrow(() ->
                                        Reason.RESOURCE_UNKNOWN.refuse(
                                                "resource is not the identifier of an API on"
                                                        + " offer")))
                .distinct()
                .toList();
    }

    /** The same for who leaves a refusal to others: what is not on offer stays as it came. */
    public List<String> namedOrAsked(Collection<String> asked) {
        return asked.stream().map(it -> findIdentifier(it).orElse(it)).distinct().toList();
    }

    /** The identifier of the API on offer that this one means, as {@link #named} has it. */
    public Optional<String> findIdentifier(String asked) {
        return identifiers()
                .filter(asked::equals)
                .findFirst()
                .or(() ->
                        identifiers()
                                .filter(it ->
                                        HttpAddress.normalise(it)
                                                .equals(HttpAddress.normalise(asked)))
                                .findFirst());
    }

    private Stream<String> identifiers() {
        return resources.stream().map(Resource::identifier);
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
            if (resource.hasOneOf(scope)) {
                audience.add(resource.identifier());
            }
        }
        return audience;
    }
}
