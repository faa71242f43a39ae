package guichet.authorization.protocol.flow;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.request.AuthorizationRequest;
import guichet.authorization.protocol.request.PendingRequests;
import guichet.registryclient.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the request that a page is about, with who asks. */
@ApplicationScoped
class WaitingRequests {
    private final PendingRequests pending;
    private final RegisteredClients clients;
    private final PreferredLanguage language;

    WaitingRequests(
            PendingRequests pending, RegisteredClients clients, PreferredLanguage language) {
        this.pending = pending;
        this.clients = clients;
        this.language = language;
    }

    /**
     * The request of this handle; empty when the handle is worth nothing in this browser. The page
     * is in the language that it asks for.
     */
    Optional<WaitingRequest> find(String handle, Browser browser) {
        Optional<AuthorizationRequest> found = pending.find(handle, browser.sha256());
        found.flatMap(it -> it.demand().uiLocales()).ifPresent(language::asked);
        return found.flatMap(request ->
                clients.find(request.clientId())
                        .map(client -> new WaitingRequest(handle, request, client)));
    }

    /** The request that a form is about, likewise. */
    Optional<WaitingRequest> find(PostedForm form, Browser browser) {
        return form.find("request").flatMap(handle -> find(handle, browser));
    }

    /** The same for a handle that was for any browser, and is for the first that comes with it. */
    Optional<WaitingRequest> claim(String handle, Browser browser) {
        pending.claim(handle, browser.sha256());
        return find(handle, browser);
    }

    /** The same request, now that this person's account was chosen for it. */
    Optional<WaitingRequest> choose(WaitingRequest waiting, Browser browser, SignedIn person) {
        pending.choose(waiting.handle(), browser.sha256(), person.personId());
        return find(waiting.handle(), browser);
    }
}
