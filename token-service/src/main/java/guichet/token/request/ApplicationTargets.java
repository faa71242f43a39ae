package guichet.token.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.jspecify.annotations.Nullable;

/**
 * What applications get that ask as themselves, RFC 6749 §4.4: worked out once for each client and
 * what it asks, until its registration or the APIs change. Applications ask the same all day.
 */
@ApplicationScoped
class ApplicationTargets {
    private static final int MOST = 10_000;

    private final Resources resources;
    private final Cache<Question, Target> known =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
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
        var question = new Question(new Same(client.registration()), new Same(catalogue), request);
        return known.get(question, _ -> workedOut(client, request, catalogue));
    }

    private static Target workedOut(
            AuthenticatedClient client,
            ClientCredentialsRequest request,
            ResourceCatalogue catalogue) {
        List<String> named = catalogue.named(request.resources());
        Scope scope = client.scope(request.scope(), named, Actor.APPLICATION, catalogue);
        return Target.of(catalogue, scope, named);
    }

    private record Question(Same registration, Same catalogue, ClientCredentialsRequest request) {}

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
