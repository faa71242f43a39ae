package guichet.authorization.flow;

import guichet.authorization.page.ErrorPage;
import guichet.authorization.person.Person;
import guichet.authorization.session.Sessions;
import guichet.authorization.session.Sessions.Started;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Where somebody goes who has just signed in, or signed up. */
@ApplicationScoped
public class JustSignedIn {
    private final Sessions sessions;
    private final NextStep nextStep;

    JustSignedIn(Sessions sessions, NextStep nextStep) {
        this.sessions = sessions;
        this.nextStep = nextStep;
    }

    /** With a new session, on with the waiting request; without one, to the account. */
    public RestResponse<String> goOn(WaitingRequest waiting, Person person, HttpHeaders headers) {
        return sessions.start(person, headers)
                .map(session -> goOn(waiting, session, headers))
                .orElseGet(ErrorPage::startAgain);
    }

    private RestResponse<String> goOn(
            WaitingRequest waiting, Started session, HttpHeaders headers) {
        Step next =
                waiting.request().isPresent()
                        ? nextStep.of(waiting, Optional.of(session.person()))
                        : nextStep.account();
        return Redirect.fromPage(next, headers, Optional.of(session.cookie()));
    }
}
