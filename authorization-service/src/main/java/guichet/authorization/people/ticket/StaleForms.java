package guichet.authorization.people.ticket;

import guichet.authorization.page.ErrorPage;
import guichet.authorization.people.session.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers forms that are not to be taken: they are no longer, or never were, on a page that was
 * made for this browser as it is now. Somebody may have signed in or out in another tab since.
 */
@ApplicationScoped
public class StaleForms {
    private final ReturnTickets tickets;

    StaleForms(ReturnTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * On with the request that waits in this browser, as if its page had been opened again; nothing
     * is done that the form asks for.
     */
    public RestResponse<String> answer(
            Map<String, List<String>> fields, Visitor visitor, HttpHeaders headers) {
        return Optional.ofNullable(fields.get("request")).stream()
                .flatMap(List::stream)
                .findFirst()
                .filter(handle -> !handle.isEmpty())
                .flatMap(handle -> tickets.find(Optional.of(handle), visitor.browser()))
                .map(it -> tickets.goOn(it, visitor, headers, Optional.empty()))
                .orElseGet(ErrorPage::startAgain);
    }
}
