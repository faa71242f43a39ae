package guichet.authorization.claim;

import static java.util.stream.Collectors.toSet;

import guichet.authorization.person.People;
import guichet.oauth.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The standard claims of people, OpenID Connect Core §5.1. */
@ApplicationScoped
public class StandardClaims {
    /** OpenID Connect Core §5.4. */
    private static final Map<String, Set<String>> OF_SCOPE =
            Map.of(
                    "profile",
                    Set.of(
                            "name",
                            "family_name",
                            "given_name",
                            "middle_name",
                            "nickname",
                            "preferred_username",
                            "profile",
                            "picture",
                            "website",
                            "gender",
                            "birthdate",
                            "zoneinfo",
                            "locale",
                            "updated_at"),
                    "email",
                    Set.of("email", "email_verified"),
                    "address",
                    Set.of("address"),
                    "phone",
                    Set.of("phone_number", "phone_number_verified"));

    private final People people;

    StandardClaims(People people) {
        this.people = people;
    }

    /** The names of the claims that these scopes open. */
    public Set<String> ofScope(Scope scope) {
        return scope.tokens().stream()
                .flatMap(token -> OF_SCOPE.getOrDefault(token, Set.of()).stream())
                .collect(toSet());
    }

    /** The values of those of these claims that the person has. */
    public Map<String, Object> of(UUID personId, Set<String> names) {
        var claims = new HashMap<>(people.get(personId).claims());
        claims.keySet().retainAll(names);
        return claims;
    }
}
