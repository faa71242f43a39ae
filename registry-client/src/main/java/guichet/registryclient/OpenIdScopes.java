package guichet.registryclient;

import guichet.oauth.Scope;
import guichet.registryclient.Resource.ResourceScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes that belong to no API but to the issuer, OpenID Connect Core §5.4 and §11: what an
 * application is told of the person.
 */
final class OpenIdScopes {
    static final List<ResourceScope> ALL =
            List.of(
                    scope(
                            Scope.OPENID,
                            "Recognise you, by an identifier that says nothing about you"),
                    scope("profile", "See your profile: your name, your picture and the like"),
                    scope("email", "See your e-mail address"),
                    scope("address", "See your postal address"),
                    scope("phone", "See your telephone number"),
                    scope(
                            Scope.OFFLINE_ACCESS,
                            "Go on when you have signed out, until you end it"));

    private OpenIdScopes() {}

    private static ResourceScope scope(String name, String description) {
        return new ResourceScope(name, description, Set.of(Actor.PERSON));
    }

    static Optional<ResourceScope> find(String name) {
        return ALL.stream().filter(scope -> scope.name().equals(name)).findFirst();
    }
}
