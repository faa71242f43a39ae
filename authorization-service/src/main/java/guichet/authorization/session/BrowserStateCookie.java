package guichet.authorization.session;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.Provider;

/**
 * Has the cookie that the check_session_iframe reads follow the session's, wherever that is set or
 * taken away, Session Management 1.0 §4.2: signing in and signing out both change it.
 */
@Provider
class BrowserStateCookie implements ContainerResponseFilter {
    private final Cookies cookies;

    BrowserStateCookie(Cookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        NewCookie session = response.getCookies().get(cookies.session());
        if (session != null) {
            response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.browserStateBeside(session));
        }
    }
}
