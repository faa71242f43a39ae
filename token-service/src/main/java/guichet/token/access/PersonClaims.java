package guichet.token.access;

import guichet.oauth.OAuthException;
import guichet.oauth.Scope;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import guichet.token.authorization.AuthorizationService;
import guichet.token.grant.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an API wants its tokens to say of the person: of that, what the person lets the client know,
 * which reads the token as well, RFC 9068 §2.2.2, and roles and groups, §2.2.3.1.
 */
@ApplicationScoped
public class PersonClaims {
    private final AuthorizationService authorization;
    private final Resources resources;

    PersonClaims(AuthorizationService authorization, Resources resources) {
        this.authorization = authorization;
        this.resources = resources;
    }

    /**
     * Those that some API wants, to be told with the grant that a code or a password opens: it is
     * spent then, and no outage may lose it. As long as the APIs are not known, none.
     */
    public List<String> wanted() {
        try {
            return resources.catalogue().resources().stream()
                    .flatMap(resource -> resource.accessTokenClaims().stream())
                    .distinct()
                    .toList();
        } catch (OAuthException _) {
            return List.of(); // without the APIs there is no token: who needs them tells the outage
        }
    }

    /**
     * Those of the person of a grant; nobody is asked where none are wanted. To be asked for before
     * anything is spent: an outage then costs the client nothing.
     *
     * @param registered what the client may have now
     * @param asked the APIs that the request names, RFC 8707 §2.2
     * @throws OAuthException {@code temporarily_unavailable} when they cannot be known; {@code
     *     invalid_target} for an API that was not granted
     */
    public Map<String, Object> of(Grant grant, Scope registered, List<String> asked) {
        return of(grant, registered, asked, Optional.empty());
    }

    /**
     * The same of a grant that has just come.
     *
     * @param told what authorization-service told with it, of {@link #wanted}; empty when it is of
     *     an earlier version, which is asked now
     */
    public Map<String, Object> of(
            Grant grant, Scope registered, List<String> asked, Optional<Map<String, Object>> told) {
        ResourceCatalogue catalogue = resources.catalogue();
        Set<String> wanted = catalogue.accessTokenClaims(grant.target(catalogue, asked).audience());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        var claims = new HashMap<>(told.orElseGet(() -> asked(grant, registered, wanted)));
        claims.keySet().retainAll(wanted);
        return claims;
    }

    private Map<String, Object> asked(Grant grant, Scope registered, Set<String> wanted) {
        return authorization
                .accessTokenClaims(grant.id(), grant.scope(), registered, wanted)
                .orElse(Map.of());
    }
}
