package guichet.authorization.flow;

import guichet.authorization.request.AuthorizationRequest;
import guichet.authorization.request.PendingRequests;
import guichet.authorization.session.Browser;
import guichet.authorization.session.PostedForm;
import guichet.authorization.session.SignedIn;
import guichet.kit.registry.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Finds the request that a page is about, with who asks. */
@ApplicationScoped
public class WaitingRequests {
    private final PendingRequests pending;
    private final RegisteredClients clients;

    WaitingRequests(PendingRequests pending, RegisteredClients clients) {
        this.pending = pending;
        this.clients = clients;
    }

    /**
     * The request of this handle; without a handle none; empty when the handle is worth nothing.
     */
    public Optional<WaitingRequest> find(Optional<String> handle, Browser browser) {
        return handle.isEmpty() ? Optional.of(WaitingRequest.NONE) : find(handle.get(), browser);
    }

    /** Whether this browser is the first to come with a handle that was for any. */
    boolean claim(Optional<String> handle, Browser browser) {
        return handle.filter(it -> pending.claim(it, browser.sha256())).isPresent();
    }

    /** The request that a form is about, likewise. */
    public Optional<WaitingRequest> find(PostedForm form, Browser browser) {
        return find(form.find("request"), browser);
    }

    /** The same request, now that this person's account was chosen for it. */
    Optional<WaitingRequest> choose(WaitingRequest waiting, Browser browser, SignedIn person) {
        pending.choose(waiting.handle(), browser.sha256(), person.personId());
        return find(waiting.handle(), browser);
    }

    private Optional<WaitingRequest> find(String handle, Browser browser) {
        Optional<AuthorizationRequest> request = pending.find(handle, browser.sha256());
        return request.flatMap(it -> clients.find(it.clientId()))
                .map(client -> new WaitingRequest(handle, request, Optional.of(client)));
    }
}
