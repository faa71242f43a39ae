package guichet.authorization.people.ticket;

import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.ticket.ReturnTicket.ToApplication;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** The applications that sent people here and wait for what comes of it. */
public interface WaitingApplications {
    /** The ticket of this handle; empty when it is worth nothing, or nothing in this browser. */
    Optional<ToApplication> find(String handle, Browser browser);

    /**
     * The next step of what the application asked for; empty when it waits no more.
     *
     * @param cookie to set, if there is one
     */
    Optional<RestResponse<String>> goOn(
            ToApplication ticket, Visitor visitor, HttpHeaders headers, Optional<NewCookie> cookie);
}
