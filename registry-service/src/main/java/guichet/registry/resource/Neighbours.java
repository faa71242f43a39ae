package guichet.registry.resource;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API may not share with the others on offer: its identifier, its scopes, the default. */
@ApplicationScoped
class Neighbours {
    private final OfferedResources resources;

    Neighbours(OfferedResources resources) {
        this.resources = resources;
    }

    /**
     * Ends the request if another API has what this one wants; under the lock.
     *
     * @throws guichet.oauth.OAuthException naming what and who
     */
    void check(Api api) {
        resources.all().stream()
                .map(DescribedApi::api)
                .filter(other -> !other.name().equals(api.name()))
                .forEach(other -> check(api, other));
    }

    private static void check(Api api, Api other) {
        if (normalised(api).equals(normalised(other))) {
            throw taken("identifier", other);
        }
        Set<String> shared =
                api.scopeNames().stream()
                        .filter(other.scopeNames()::contains)
                        .collect(Collectors.toSet());
        shared.stream()
                .findFirst()
                .ifPresent(scope -> {
                    throw taken("the scope " + scope, other);
                });
        if (api.isDefault() && other.isDefault()) {
            throw Reason.RESOURCE_TAKEN.refuse(
                    "default: %s is the default already; there is one at most", other.name());
        }
    }

    private static RuntimeException taken(String what, Api other) {
        return Reason.RESOURCE_TAKEN.refuse("%s belongs to the API %s", what, other.name());
    }

    private static String normalised(Api api) {
        return Optional.of(api.identifier())
                .flatMap(HttpAddress::of)
                .map(HttpAddress::normalised)
                .orElse(api.identifier());
    }
}
