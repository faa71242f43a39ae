package guichet.authorization.flow;

import static guichet.kit.audit.AuditEvent.SIGNED_IN;
import static guichet.kit.audit.AuditField.CLIENT;
import static guichet.kit.audit.AuditField.PERSON;
import static guichet.kit.audit.AuditField.SESSION;

import guichet.authorization.page.ErrorPage;
import guichet.authorization.person.Person;
import guichet.authorization.session.Browser;
import guichet.authorization.session.Cookies;
import guichet.authorization.session.KnownDevices;
import guichet.authorization.session.Sessions;
import guichet.authorization.session.Sessions.Started;
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
    private final NextStep nextStep;
    private final Audit audit;

    JustSignedIn(
            Sessions sessions,
            KnownDevices devices,
            Cookies cookies,
            NextStep nextStep,
            Audit audit) {
        this.sessions = sessions;
        this.devices = devices;
        this.cookies = cookies;
        this.nextStep = nextStep;
        this.audit = audit;
    }

    /** With a new session, on with the waiting request; without one, to the account. */
    public RestResponse<String> goOn(WaitingRequest waiting, Person person, HttpHeaders headers) {
        return sessions.start(person, headers)
                .map(session -> goOn(waiting, session, headers))
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

    private RestResponse<String> goOn(
            WaitingRequest waiting, Started session, HttpHeaders headers) {
        audit.tell(
                SIGNED_IN,
                PERSON.is(session.person().personId()),
                CLIENT.is(waiting.clientId()),
                SESSION.is(session.person().sid()));
        Step next =
                waiting.request().isPresent()
                        ? nextStep.of(waiting, Optional.of(session.person()))
                        : nextStep.account();
        return Redirect.fromPage(next, headers, Optional.of(session.cookie()));
    }
}
