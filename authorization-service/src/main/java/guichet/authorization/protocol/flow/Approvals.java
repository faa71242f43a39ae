package guichet.authorization.protocol.flow;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.page.Destination;
import guichet.authorization.page.Templates.Approval;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.consent.Words;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.registryclient.ClientMetadata;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Puts into words what a person is asked to approve. */
@ApplicationScoped
class Approvals {
    private final Words words;
    private final PreferredLanguage language;

    Approvals(Words words, PreferredLanguage language) {
        this.words = words;
        this.language = language;
    }

    Approval of(RegisteredClient client, AuthorizationRequest request, SignedIn person) {
        Locale reader = language.get();
        ClientMetadata said = client.metadata();
        return new Approval(
                client.nameFor(reader),
                said.clientUri(reader).orElse(""),
                said.description(reader).orElse(""),
                client.logoSha256().map("/logos/"::concat).orElse(""),
                said.tosUri(reader).orElse(""),
                said.policyUri(reader).orElse(""),
                words.of(request.extent()),
                new Destination(request.redirectUri()),
                new Destination(said.failureRedirectUri().orElse(request.redirectUri())),
                person.displayName(),
                client.standing() == Standing.SELF_REGISTERED);
    }
}
