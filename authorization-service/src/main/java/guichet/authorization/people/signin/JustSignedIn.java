package guichet.authorization.people.signin;

import static guichet.kit.audit.AuditEvent.SIGNED_IN;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.SESSION;

import guichet.authorization.page.ErrorPage;
import guichet.authorization.people.person.Person;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.Cookies;
import guichet.authorization.people.session.KnownDevices;
import guichet.authorization.people.session.Sessions;
import guichet.authorization.people.session.Sessions.Started;
import guichet.authorization.people.session.SignInMethod;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.ticket.ReturnTicket;
import guichet.authorization.people.ticket.ReturnTickets;
import guichet.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Where somebody goes who has just signed in, or signed up. */
@ApplicationScoped
public class JustSignedIn {
    private final Sessions sessions;
    private final KnownDevices devices;
    private final Cookies cookies;
    private final ReturnTickets tickets;
    private final Audit audit;

    JustSignedIn(
            Sessions sessions,
            KnownDevices devices,
            Cookies cookies,
            ReturnTickets tickets,
            Audit audit) {
        this.sessions = sessions;
        this.devices = devices;
        this.cookies = cookies;
        this.tickets = tickets;
        this.audit = audit;
    }

    /** With a new session, on with the ticket. */
    public RestResponse<String> goOn(
            ReturnTicket ticket, Person person, SignInMethod method, HttpHeaders headers) {
        return sessions.start(person, method, headers)
                .map(session -> goOn(ticket, session, headers))
                .map(page -> remembering(page, person, headers))
                .orElseGet(ErrorPage::startAgain);
    }

    /** The browser keeps that this person signed in there. */
    private RestResponse<String> remembering(
            RestResponse<String> page, Person person, HttpHeaders headers) {
        NewCookie cookie = devices.remember(person, Browser.of(headers, cookies));
        page.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
        return page;
    }

    private RestResponse<String> goOn(ReturnTicket ticket, Started session, HttpHeaders headers) {
        audit.tell(
                SIGNED_IN,
                PERSON.is(session.person().personId()),
                CLIENT.is(ticket.client()),
                SESSION.is(session.person().sid()));
        var visitor = new Visitor(Browser.of(headers, cookies), Optional.of(session.person()));
        return tickets.goOn(ticket, visitor, headers, Optional.of(session.cookie()));
    }
}
