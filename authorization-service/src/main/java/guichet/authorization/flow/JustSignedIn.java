package guichet.authorization.flow;

import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.authorization.person.Person;
import guichet.authorization.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Where somebody goes who has just signed in, or signed up. */
@ApplicationScoped
public class JustSignedIn {
    private final Sessions sessions;
    private final NextStep nextStep;

    JustSignedIn(Sessions sessions, NextStep nextStep) {
        this.sessions = sessions;
        this.nextStep = nextStep;
    }

    /**
     * With a new session, on with the waiting request; without one, to a page that says who it is.
     */
    public RestResponse<String> goOn(WaitingRequest waiting, Person person, HttpHeaders headers) {
        Sessions.Started session = sessions.start(person, headers);
        return waiting.request()
                .map(_ ->
                        Redirect.fromPage(
                                nextStep.of(waiting, Optional.of(session.person())),
                                headers,
                                Optional.of(session.cookie())))
                .orElseGet(() ->
                        Page.of(Status.OK, Templates.welcome(session.person().displayName()))
                                .answer(Optional.of(session.cookie())));
    }
}
