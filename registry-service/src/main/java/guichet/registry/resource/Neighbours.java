package guichet.registry.resource;

import guichet.oauth.HttpAddress;
import guichet.oauth.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an API may not share with the others on offer: its identifier, its scopes, the default. */
@ApplicationScoped
class Neighbours {
    private final OfferedResources resources;
    private final String issuer;

    Neighbours(OfferedResources resources, @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.resources = resources;
        this.issuer = issuer;
    }

    /**
     * Ends the request if another API on offer has what this one wants; under the lock.
     *
     * @throws guichet.oauth.OAuthException naming what and who
     */
    void check(Api api) {
        check(api, resources.all().stream().map(DescribedApi::api).toList());
    }

    /**
     * The same of APIs that are on offer together.
     *
     * @param others it may be among them
     */
    void check(Api api, Collection<Api> others) {
        if (HttpAddress.normalise(api.identifier()).equals(HttpAddress.normalise(issuer))) {
            throw Reason.RESOURCE_TAKEN.refuse(
                    "identifier: it is the issuer's, which tokens for /userinfo name");
        }
        others.stream()
                .filter(other -> !other.name().equals(api.name()))
                .forEach(other -> check(api, other));
    }

    private static void check(Api api, Api other) {
        if (HttpAddress.normalise(api.identifier())
                .equals(HttpAddress.normalise(other.identifier()))) {
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
}
