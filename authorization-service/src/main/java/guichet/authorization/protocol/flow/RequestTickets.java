package guichet.authorization.protocol.flow;

import guichet.authorization.language.PreferredLanguage;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.ticket.ReturnTicket.ToApplication;
import guichet.authorization.people.ticket.WaitingApplications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Tickets to the applications whose requests wait. */
@ApplicationScoped
class RequestTickets implements WaitingApplications {
    private final WaitingRequests waiting;
    private final NextStep nextStep;
    private final PreferredLanguage language;

    RequestTickets(WaitingRequests waiting, NextStep nextStep, PreferredLanguage language) {
        this.language = language;
        this.waiting = waiting;
        this.nextStep = nextStep;
    }

    @Override
    public Optional<ToApplication> find(String handle, Browser browser) {
        return waiting.find(handle, browser).map(it -> it.ticket(language.get()));
    }

    @Override
    public Optional<RestResponse<String>> goOn(
            ToApplication ticket,
            Visitor visitor,
            HttpHeaders headers,
            Optional<NewCookie> cookie) {
        return waiting.find(ticket.handle(), visitor.browser())
                .map(it -> nextStep.of(it, visitor.person()))
                .map(step -> Redirect.fromPage(step, headers, cookie));
    }
}
