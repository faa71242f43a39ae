package guichet.authorization.people.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** Recognises visitors by their cookies. */
@ApplicationScoped
public class Visitors {
    private final Cookies cookies;
    private final Sessions sessions;

    Visitors(Cookies cookies, Sessions sessions) {
        this.cookies = cookies;
        this.sessions = sessions;
    }

    public Visitor of(HttpHeaders headers) {
        return new Visitor(Browser.of(headers, cookies), sessions.find(headers));
    }
}
