package guichet.authorization.flow;

import guichet.authorization.session.Browser;
import guichet.authorization.session.Cookies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The way of a person who leaves a request to look into their mail, and comes back by a link there.
 *
 * <p>Only the browser that made the request remembers it: neither the letter nor the link names it,
 * so whoever writes or forwards one leads nobody to an application.
 */
@ApplicationScoped
public class Detours {
    private final Cookies cookies;
    private final WaitingRequests waiting;

    Detours(Cookies cookies, WaitingRequests waiting) {
        this.cookies = cookies;
        this.waiting = waiting;
    }

    /** What the browser is given that leaves this request; nothing if there is none to leave. */
    public Optional<NewCookie> begin(WaitingRequest left) {
        return left.request().map(_ -> cookies.leftRequest(left.handle()));
    }

    /** The request that this browser has left, as long as it waits. */
    public WaitingRequest left(HttpHeaders headers, Browser browser) {
        return Optional.ofNullable(headers.getCookies().get(cookies.leftRequest()))
                .map(Cookie::getValue)
                .flatMap(handle -> waiting.find(Optional.of(handle), browser))
                .orElse(WaitingRequest.NONE);
    }

    /** What the browser is given that goes on with this request. */
    public Optional<NewCookie> end(WaitingRequest left) {
        return left.request().map(_ -> cookies.noLeftRequest());
    }
}
