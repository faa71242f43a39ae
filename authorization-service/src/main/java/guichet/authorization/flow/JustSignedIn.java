package guichet.authorization.flow;

import guichet.authorization.person.Person;
import guichet.authorization.session.Sessions;
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
        Sessions.Started session = sessions.start(person, headers);
        Step next =
                waiting.request().isPresent()
                        ? nextStep.of(waiting, Optional.of(session.person()))
                        : nextStep.account();
        return Redirect.fromPage(next, headers, Optional.of(session.cookie()));
    }
}
