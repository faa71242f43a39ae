package guichet.kit.registry;

import guichet.oauth.Reason;
import guichet.oauth.Scope;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For which APIs an access token is, and with which scope, RFC 8707 §2.
 *
 * @param audience the identifiers of the APIs; empty when the scope belongs to none
 * @param scope the part of what was granted that belongs to them, and what belongs to no API
 */
public record Target(Set<String> audience, Scope scope) {
    public Target {
        audience = new LinkedHashSet<>(audience);
    }

    /**
     * The APIs that are asked for; if none is, the first to which the scope belongs, so that each
     * scope has one default.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_target} for an API that is not on offer
     *     or to which nothing of the scope belongs
     */
    public static Target of(ResourceCatalogue catalogue, Scope granted, Collection<String> asked) {
        List<String> named = catalogue.named(asked);
        named.forEach(identifier -> check(catalogue, granted, identifier));
        Set<String> audience =
                named.isEmpty() ? defaultOf(catalogue, granted) : new LinkedHashSet<>(named);
        return new Target(
                audience,
                granted.only(token ->
                        catalogue
                                .resourceOf(token)
                                .map(resource -> audience.contains(resource.identifier()))
                                .orElse(true)));
    }

    /**
     * The same of a token of a grant: for the APIs that are asked for, or else for those that the
     * grant names.
     *
     * @param granted the APIs that the grant names; none when it names none
     * @param asked the APIs that the token request names, RFC 8707 §2.2
     * @throws guichet.oauth.OAuthException {@code invalid_target} for an API that is not on offer,
     *     was not granted, or to which nothing of the scope belongs, and for several for which no
     *     one token will do
     */
    public static Target ofGrant(
            ResourceCatalogue catalogue, Scope scope, List<String> granted, List<String> asked) {
        var target = of(catalogue, scope, within(granted, catalogue.named(asked)));
        catalogue.signingAlgorithm(target.audience());
        return target;
    }

    private static Set<String> defaultOf(ResourceCatalogue catalogue, Scope granted) {
        Optional<String> first = catalogue.audienceOf(granted).stream().findFirst();
        return first.map(Set::of).orElse(Set.of());
    }

    private static void check(ResourceCatalogue catalogue, Scope granted, String identifier) {
        if (!catalogue.audienceOf(granted).contains(identifier)) {
            throw Reason.RESOURCE_WITHOUT_SCOPE.refuse(
                    "no scope that was asked for or granted belongs to that resource");
        }
    }

    /**
     * Ends the request if more APIs are asked for than were granted, RFC 8707 §2.2; both as {@link
     * ResourceCatalogue#named} has them.
     */
    static List<String> within(List<String> granted, List<String> asked) {
        if (!granted.isEmpty() && !granted.containsAll(asked)) {
            throw Reason.RESOURCE_NOT_GRANTED.refuse(
                    "resource was not named in the authorization request");
        }
        return asked.isEmpty() ? granted : asked;
    }
}
