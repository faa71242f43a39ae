package guichet.authorization.flow;

import guichet.authorization.consent.Words;
import guichet.authorization.page.Templates.Approval;
import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.session.SignedIn;
import guichet.kit.registry.RegisteredClient;
import guichet.oauth.HttpAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Puts into words what a person is asked to approve. */
@ApplicationScoped
class Approvals {
    private final Words words;

    Approvals(Words words) {
        this.words = words;
    }

    Approval of(RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        return new Approval(
                client.clientName(),
                text(client.clientUri()),
                client.description().orElse(""),
                client.logoSha256().map("/logos/"::concat).orElse(""),
                text(client.tosUri()),
                text(client.policyUri()),
                words.of(request.extent()),
                destination(request.redirectUri()),
                destination(client.failureRedirectUri().orElse(request.redirectUri())),
                person.displayName());
    }

    /**
     * The host of a web address, with its port. Of a private scheme only the scheme: what looks
     * like a host in {@code com.example.app://bank.example} is the application's free choice.
     */
    private static String destination(String redirectUri) {
        var uri = URI.create(redirectUri);
        return HttpAddress.of(uri)
                .map(it -> it.host() + it.port().map(port -> ":" + port).orElse(""))
                .orElseGet(() -> "the application %s on this device".formatted(uri.getScheme()));
    }

    private static String text(Optional<URI> address) {
        return address.map(URI::toString).orElse("");
    }
}
