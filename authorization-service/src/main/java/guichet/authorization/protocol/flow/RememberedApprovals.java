package guichet.authorization.protocol.flow;

import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.consent.Consents;
import guichet.authorization.protocol.request.AuthorizationConfig;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.oauth.HttpAddress;
import guichet.oauth.ResponseType;
import guichet.registryclient.ApplicationType;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.ResourceCatalogue;
import guichet.registryclient.Resources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;

/**
 * Spares people a question that they have answered: only where it is sure that the same application
 * asks again, RFC 6749 §10.2 and RFC 8252 §8.6.
 */
@ApplicationScoped
class RememberedApprovals {
    private final Consents consents;
    private final Resources resources;
    private final boolean remembersLoopback;

    RememberedApprovals(Consents consents, Resources resources, AuthorizationConfig config) {
        this.consents = consents;
        this.resources = resources;
        this.remembersLoopback = config.rememberLoopback();
    }

    /**
     * Whether the person need not be asked, at each moment when that is asked. What is on offer is
     * looked at now, once: later a transaction may be under way, which must not wait for the
     * registry.
     */
    BooleanSupplier covering(
            SignedIn person, RegisteredClient client, AuthorizationRequest request) {
        if (!isSure(client, request)) {
            return () -> false;
        }
        ResourceCatalogue offered = resources.catalogue();
        return () ->
                consents.of(person.personId(), client.clientId(), offered).covers(request.extent());
    }

    /** That the person has just answered it. */
    void remember(SignedIn person, AuthorizationRequest request) {
        consents.remember(person.personId(), request.clientId(), request.extent());
    }

    /** By its secret when it redeems the code, or by an address that nobody else can listen at. */
    private boolean isSure(RegisteredClient client, AuthorizationRequest request) {
        boolean authenticates =
                !client.metadata().isPublic() && request.responseType() == ResponseType.CODE;
        return authenticates
                || HttpAddress.of(request.redirectUri())
                        .filter(it -> it.isHttps() || isBeingDeveloped(client, it))
                        .isPresent();
    }

    private boolean isBeingDeveloped(RegisteredClient client, HttpAddress address) {
        return remembersLoopback
                && address.isLoopback()
                && client.metadata().openId().applicationType() == ApplicationType.WEB;
    }
}
