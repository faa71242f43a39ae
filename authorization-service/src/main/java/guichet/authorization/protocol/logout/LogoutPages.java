package guichet.authorization.protocol.logout;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.page.Onward;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.page.Templates.Onwards;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.Cookies;
import guichet.authorization.people.session.SignedIn;
import guichet.authorization.protocol.consent.TrustedClients;
import guichet.registryclient.RegisteredClient;
import guichet.registryclient.RegisteredClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
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
    private final TrustedClients trusted;
    private final PreferredLanguage language;

    LogoutPages(
            FrontChannel frontChannel,
            RegisteredClients clients,
            Cookies cookies,
            TrustedClients trusted,
            PreferredLanguage language) {
        this.frontChannel = frontChannel;
        this.clients = clients;
        this.cookies = cookies;
        this.trusted = trusted;
        this.language = language;
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
     * at once; otherwise the page does so when everything is loaded. To an application that did not
     * prove that it asks, the person goes on or not.
     *
     * @param person who was signed out, if anybody was
     */
    RestResponse<String> signedOut(
            LogoutRequest request, Optional<SignedIn> person, HttpHeaders headers) {
        List<URI> frames =
                person.map(SignedIn::sid).map(frontChannel::addressesOf).orElse(List.of());
        Optional<URI> destination = request.destination();
        boolean asksFirst = destination.isPresent() && !isProven(request, person, headers);
        Optional<NewCookie> end = Optional.of(cookies.endOfSession());
        if (frames.isEmpty() && destination.isPresent() && !asksFirst) {
            return remembering(person, Onward.page(destination.get(), headers, end));
        }
        var template =
                Templates.signedOut(
                        frames.stream().map(URI::toString).toList(),
                        application(request),
                        destination.map(it -> onwards(it, asksFirst)).orElse(Onwards.NOWHERE));
        return remembering(person, Page.of(Status.OK, template).framing(frames).answer(end));
    }

    /** Who presses twice, or in another tab, leaves as at the first time. */
    private RestResponse<String> remembering(
            Optional<SignedIn> person, RestResponse<String> answer) {
        person.map(it -> cookies.endedSession(it.sid()))
                .ifPresent(it -> answer.getHeaders().add(HttpHeaders.SET_COOKIE, it));
        return answer;
    }

    private static Onwards onwards(URI address, boolean asksFirst) {
        return new Onwards(address.toString(), asksFirst);
    }

    /**
     * Whether the ID token is of the session that ends, or has just ended in this browser, or at
     * least of a client that is trusted: whoever registers one gets ID tokens of their own, and
     * could send anybody here with them.
     */
    private boolean isProven(
            LogoutRequest request, Optional<SignedIn> person, HttpHeaders headers) {
        Optional<UUID> present = person.map(SignedIn::sid);
        boolean isOfThisSession =
                present.isPresent()
                        ? request.sid().equals(present)
                        : request.sid().filter(it -> cookies.hasEnded(it, headers)).isPresent();
        return isOfThisSession
                || request.sid()
                        .flatMap(_ -> client(request))
                        .filter(it -> trusted.isTrusted(it, person.map(SignedIn::personId)))
                        .isPresent();
    }

    private Optional<RegisteredClient> client(LogoutRequest request) {
        return request.clientId().flatMap(clients::find);
    }

    /** The name of who asks, or empty. */
    private String application(LogoutRequest request) {
        return client(request).map(it -> it.nameFor(language.get())).orElse("");
    }
}
