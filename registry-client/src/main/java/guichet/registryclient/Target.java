package guichet.registryclient;

import guichet.oauth.OAuthException;
import guichet.oauth.Reason;
import guichet.oauth.Scope;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * For which APIs an access token is, and with which scope, RFC 8707 §2.
 *
 * @param audience the identifiers of the APIs; empty when the scope belongs to none
 * @param scope the part of what was granted that belongs to them, and what belongs to the issuer
 */
public record Target(Set<String> audience, Scope scope) {
    public Target {
        audience = new LinkedHashSet<>(audience);
    }

    /**
     * The APIs that are asked for; if none is, the one to which the scope belongs. Scopes of
     * several are never cut down to those of one.
     *
     * @throws guichet.oauth.OAuthException {@code invalid_target} for an API that is not on offer
     *     or to which nothing of the scope belongs, and for none where it could be several
     */
    public static Target of(ResourceCatalogue catalogue, Scope granted, Collection<String> asked) {
        List<String> named = catalogue.named(asked);
        named.forEach(identifier -> check(catalogue, granted, identifier));
        Set<String> audience =
                named.isEmpty() ? only(catalogue.audienceOf(granted)) : new LinkedHashSet<>(named);
        return new Target(
                audience,
                granted.only(token ->
                        catalogue
                                .resourceOf(token)
                                .map(resource -> audience.contains(resource.identifier()))
                                .orElseGet(() -> OpenIdScopes.find(token).isPresent())));
    }

    /**
     * The same of a token of a grant: for the APIs that are asked for, or else for those that the
     * grant names. Whatever issues for a grant does so by this: what came on offer after it, or
     * came again, is not what the person granted.
     *
     * @param grantedAt when the grant was made
     * @param granted the APIs that the grant names; none when it names none
     * @param asked the APIs that the token request names, RFC 8707 §2.2
     * @throws guichet.oauth.OAuthException {@code invalid_target} for an API that is not on offer,
     *     was not granted, or to which nothing of the scope belongs, and for several for which no
     *     one token will do; {@code invalid_scope} when nothing of it is on offer any more
     */
    public static Target ofGrant(
            ResourceCatalogue catalogue,
            Scope scope,
            Instant grantedAt,
            List<String> granted,
            List<String> asked) {
        Scope left = catalogue.stillOffered(scope, grantedAt);
        if (left.isEmpty()) {
            throw Reason.SCOPE_NOT_GRANTED.refuse(
                    "nothing of what was granted is both on offer and registered for this client any"
                            + " more: ask the person again");
        }
        var target = of(catalogue, left, within(granted, catalogue.named(asked)));
        catalogue.signingAlgorithm(target.audience());
        return target;
    }

    private static Set<String> only(Set<String> audience) {
        if (audience.size() > 1) {
            throw ambiguous(audience);
        }
        return audience;
    }

    static OAuthException ambiguous(Collection<String> identifiers) {
        return Reason.RESOURCE_AMBIGUOUS.refuse(
                "the scopes belong to several APIs: name with the parameter resource which of %s"
                        + " the token is for, or ask for the scopes of one",
                String.join(" and ", identifiers));
    }

    static void check(ResourceCatalogue catalogue, Scope granted, String identifier) {
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
