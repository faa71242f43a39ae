package guichet.authorization.people.ticket;

import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.Cookies;
import guichet.authorization.people.ticket.ReturnTicket.ToAccount;
import guichet.authorization.people.ticket.ReturnTicket.ToApplication;
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
    private final ReturnTickets tickets;

    Detours(Cookies cookies, ReturnTickets tickets) {
        this.cookies = cookies;
        this.tickets = tickets;
    }

    /** What the browser is given that leaves this request; nothing if there is none to leave. */
    public Optional<NewCookie> begin(ReturnTicket left) {
        return switch (left) {
            case ToAccount _ -> Optional.empty();
            case ToApplication waiting -> Optional.of(cookies.leftRequest(waiting.handle()));
        };
    }

    /** The request that this browser has left, as long as it waits. */
    public ReturnTicket left(HttpHeaders headers, Browser browser) {
        return Optional.ofNullable(headers.getCookies().get(cookies.leftRequest()))
                .map(Cookie::getValue)
                .flatMap(handle -> tickets.find(Optional.of(handle), browser))
                .orElseGet(ToAccount::new);
    }

    /** What the browser is given that goes on with this request. */
    public Optional<NewCookie> end(ReturnTicket left) {
        return switch (left) {
            case ToAccount _ -> Optional.empty();
            case ToApplication _ -> Optional.of(cookies.noLeftRequest());
        };
    }
}
