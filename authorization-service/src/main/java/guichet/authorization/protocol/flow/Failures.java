package guichet.authorization.protocol.flow;

import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.consent.TrustedClients;
import guichet.authorization.protocol.flow.Step.Back;
import guichet.authorization.protocol.flow.Step.Departure;
import guichet.authorization.protocol.request.AuthorizationConfig;
import guichet.authorization.protocol.request.AuthorizationConfig.ErrorRedirects;
import guichet.authorization.protocol.request.AuthorizationResponses;
import guichet.authorization.protocol.request.Recipient;
import guichet.oauth.OAuthError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes errors to the application: at once where it is trusted, RFC 9700 §4.11.2. */
@ApplicationScoped
class Failures {
    private final AuthorizationResponses responses;
    private final TrustedClients trusted;
    private final boolean leadsToAll;

    Failures(AuthorizationResponses responses, TrustedClients trusted, AuthorizationConfig config) {
        this.responses = responses;
        this.trusted = trusted;
        this.leadsToAll = config.errorRedirects() == ErrorRedirects.ALL;
    }

    /** An error that no person has asked for. */
    Step of(Recipient recipient, OAuthError error, Optional<SignedIn> person) {
        return leadsToAll || trusted.isTrusted(recipient.client(), person.map(SignedIn::personId))
                ? back(recipient, error)
                : new Departure(responses.failure(recipient, error), recipient.isSilent());
    }

    /**
     * One by which a person goes back, from a page that says where that leads; if it leads
     * elsewhere by now, it is like any other.
     */
    Step chosen(Recipient recipient, OAuthError error, SignedIn person) {
        return recipient.failsWhereItDid()
                ? back(recipient, error)
                : of(recipient, error, Optional.of(person));
    }

    private Step back(Recipient recipient, OAuthError error) {
        return new Back(responses.failure(recipient, error));
    }
}
