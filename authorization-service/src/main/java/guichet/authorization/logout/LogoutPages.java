package guichet.authorization.logout;

import guichet.authorization.page.Onward;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.session.Browser;
import guichet.authorization.session.Cookies;
import guichet.authorization.session.SignedIn;
import guichet.kit.registry.RegisteredClient;
import guichet.kit.registry.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What a person sees who signs out. */
@ApplicationScoped
class LogoutPages {
    private final FrontChannel frontChannel;
    private final RegisteredClients clients;
    private final Cookies cookies;

    LogoutPages(FrontChannel frontChannel, RegisteredClients clients, Cookies cookies) {
        this.frontChannel = frontChannel;
        this.clients = clients;
        this.cookies = cookies;
    }

    /** Whether to sign out. */
    RestResponse<String> question(
            LogoutRequest request, String handle, SignedIn person, Browser browser) {
        var template =
                Templates.logout(
                        handle, browser.csrf(), application(request), person.displayName());
        return Page.of(Status.OK, template)
                .leadingTo(request.postLogoutRedirectUri().stream().toList())
                .answer(browser.newCookie());
    }

    /**
     * That it is done. Where the browser has nothing more to load, it goes back to the application
     * at once; otherwise the page does so when everything is loaded.
     *
     * @param sid the session that was ended, if there was one
     */
    RestResponse<String> signedOut(LogoutRequest request, Optional<UUID> sid, HttpHeaders headers) {
        List<URI> frames = sid.map(frontChannel::addressesOf).orElse(List.of());
        Optional<URI> destination = request.destination();
        if (frames.isEmpty() && destination.isPresent()) {
            return Onward.page(destination.get(), headers, Optional.of(cookies.endOfSession()));
        }
        var template =
                Templates.signedOut(
                        frames.stream().map(URI::toString).toList(),
                        destination.map(URI::toString).orElse(""),
                        application(request));
        return Page.of(Status.OK, template)
                .framing(frames)
                .answer(Optional.of(cookies.endOfSession()));
    }

    /** The name of who asks, or empty. */
    private String application(LogoutRequest request) {
        return request.clientId()
                .flatMap(clients::find)
                .map(RegisteredClient::clientName)
                .orElse("");
    }
}
