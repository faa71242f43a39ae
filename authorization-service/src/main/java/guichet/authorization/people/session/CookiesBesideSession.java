package guichet.authorization.people.session;

import jakarta.enterprise.event.Event;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;

/**
 * Has the other cookies follow the session's, wherever that is set or taken away: signing in and
 * signing out both change them.
 *
 * <p>What the check_session_iframe reads tells applications so, Session Management 1.0 §4.2. The
 * browser's own is renewed, since it may be known to whoever sat there before: they could tell what
 * forms prove themselves with, and bind requests to the browser of the next person.
 */
@Provider
class CookiesBesideSession implements ContainerResponseFilter {
    private final Cookies cookies;
    private final Event<BrowserRenewed> renewed;

    CookiesBesideSession(Cookies cookies, Event<BrowserRenewed> renewed) {
        this.cookies = cookies;
        this.renewed = renewed;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        NewCookie session = response.getCookies().get(cookies.session());
        if (session != null) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.browserStateBeside(session));
            renew(Browser.of(request.getCookies(), cookies), response);
        }
    }

    private void renew(Browser before, ContainerResponseContext response) {
        if (!before.isNew()) {
            Browser after = before.renewed();
            renewed.fire(new BrowserRenewed(before.sha256(), after.sha256()));
            after.newCookie()
                    .ifPresent(it -> response.getHeaders().add(HttpHeaders.SET_COOKIE, it));
        }
    }
}
