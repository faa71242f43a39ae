package guichet.token.request;

import com.github.benmanes.caffeine.cache.Cache;
import guichet.kit.cache.WeighedCache;
import guichet.oauth.Scope;
import guichet.registryclient.Actor;
import guichet.registryclient.RegistryAnswers;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import guichet.registryclient.Target;
import guichet.token.client.AuthenticatedClient;
import guichet.token.request.TokenRequest.ClientCredentialsRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What applications get that ask as themselves, RFC 6749 §4.4: worked out once for each client and
 * what it asks, until the registry says something else. Applications ask the same all day.
 */
@ApplicationScoped
class ApplicationTargets {
    private static final long MOST_BYTES = 16_000_000;

    private final Resources resources;
    private final Cache<Question, Target> known =
            WeighedCache.<Question, Target>of(MOST_BYTES, it -> it.toString().length())
                    .expireAfterWrite(RegistryAnswers.FRESH) // lets go of what has changed
                    .build();

    ApplicationTargets(Resources resources) {
        this.resources = resources;
    }

    /**
     * For which APIs, and with which scope, the client gets a token that asks so.
     *
     * @throws guichet.oauth.OAuthException as {@link AuthenticatedClient#scope} and {@link
     *     Target#of} say
     */
    Target of(AuthenticatedClient client, ClientCredentialsRequest request) {
        ResourceCatalogue catalogue = resources.catalogue();
        List<String> named = catalogue.named(request.resources());
        var question =
                new Question(
                        new Same(client.registration()),
                        new Same(catalogue),
                        request.scope(),
                        named);
        return known.get(question, _ -> workedOut(client, request.scope(), named, catalogue));
    }

    private static Target workedOut(
            AuthenticatedClient client,
            Optional<Scope> requested,
            List<String> named,
            ResourceCatalogue catalogue) {
        Scope scope = client.scope(requested, named, Actor.APPLICATION, catalogue);
        return Target.of(catalogue, scope, named);
    }

    /** No longer than what it is answered: what is not on offer is refused, and not kept. */
    private record Question(
            Same registration, Same catalogue, Optional<Scope> scope, List<String> named) {}

    /** Equal only if it is the very same object: what is in it need not be compared. */
    private record Same(Object it) {
        @Override
        @SuppressWarnings("ReferenceEquality") // is the point
        public boolean equals(@Nullable Object other) {
            return other instanceof Same(var its) && its == it;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(it);
        }
    }
}
