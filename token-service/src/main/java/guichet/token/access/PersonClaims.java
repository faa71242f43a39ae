package guichet.token.access;

import guichet.kit.registry.Resource;
import guichet.kit.registry.ResourceCatalogue;
import guichet.kit.registry.Resources;
import guichet.kit.registry.Target;
import guichet.oauth.OAuthException;
import guichet.token.authorization.AuthorizationService;
import guichet.token.grant.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an API wants its tokens to say of the person, RFC 9068 §2.2.2: of that, what the person lets
 * the client know, which reads the token as well.
 */
@ApplicationScoped
public class PersonClaims {
    private final AuthorizationService authorization;
    private final Resources resources;

    PersonClaims(AuthorizationService authorization, Resources resources) {
        this.authorization = authorization;
        this.resources = resources;
    }

    /** Whether there is an API that wants some; as long as the APIs are not known, none is. */
    public boolean areWanted() {
        try {
            return areWanted(resources.catalogue());
        } catch (OAuthException _) {
            return false; // without the APIs there is no token: who needs them tells the outage
        }
    }

    private static boolean areWanted(ResourceCatalogue catalogue) {
        return !catalogue.resources().stream()
                .map(Resource::accessTokenClaims)
                .allMatch(List::isEmpty);
    }

    /**
     * Those of the person of a grant; nobody is asked where none are wanted. To be asked for before
     * anything is spent: an outage then costs the client nothing.
     *
     * @param asked the APIs that the request names, RFC 8707 §2.2
     * @throws OAuthException {@code temporarily_unavailable} when they cannot be known; {@code
     *     invalid_target} for an API that was not granted
     */
    public Map<String, Object> of(Grant grant, List<String> asked) {
        ResourceCatalogue catalogue = resources.catalogue();
        if (!areWanted(catalogue)) {
            return Map.of();
        }
        var target = Target.ofGrant(catalogue, grant.scope(), grant.resources(), asked);
        return of(grant, catalogue.accessTokenClaims(target.audience()));
    }

    private Map<String, Object> of(Grant grant, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var claims =
                new HashMap<>(authorization.claims(grant.id(), grant.scope()).orElse(Map.of()));
        claims.keySet().retainAll(wanted);
        return claims;
    }
}
