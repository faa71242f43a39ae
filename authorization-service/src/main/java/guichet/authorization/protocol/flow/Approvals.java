package guichet.authorization.protocol.flow;

import guichet.authorization.page.Destination;
import guichet.authorization.page.Templates.Approval;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.consent.Words;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.Standing;
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
                client.nameForPeople(),
                text(client.metadata().clientUri()),
                client.metadata().description().orElse(""),
                client.logoSha256().map("/logos/"::concat).orElse(""),
                text(client.metadata().tosUri()),
                text(client.metadata().policyUri()),
                words.of(request.extent()),
                new Destination(request.redirectUri()),
                new Destination(
                        client.metadata().failureRedirectUri().orElse(request.redirectUri())),
                person.displayName(),
                client.standing() == Standing.SELF_REGISTERED);
    }

    private static String text(Optional<URI> address) {
        return address.map(URI::toString).orElse("");
    }
}
