package guichet.authorization.people.ticket;

import guichet.authorization.page.SeeOther;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.PostedForm;
import guichet.authorization.people.session.Visitor;
import guichet.authorization.people.ticket.ReturnTicket.ToAccount;
import guichet.authorization.people.ticket.ReturnTicket.ToApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Finds the ticket that a page is about, and goes on with it. */
@ApplicationScoped
public class ReturnTickets {
    private final WaitingApplications applications;
    private final URI account;

    ReturnTickets(
            WaitingApplications applications,
            @ConfigProperty(name = "guichet.issuer") String issuer) {
        this.applications = applications;
        this.account = URI.create(issuer + "/account");
    }

    /**
     * That of this handle, or without one to the account; empty when the handle is worth nothing.
     */
    public Optional<ReturnTicket> find(Optional<String> handle, Browser browser) {
        return handle.isEmpty()
                ? Optional.of(new ToAccount())
                : applications.find(handle.get(), browser).map(ReturnTicket.class::cast);
    }

    /** That of a form, likewise. */
    public Optional<ReturnTicket> find(PostedForm form, Browser browser) {
        return find(form.find("request"), browser);
    }

    /**
     * On with it; to the account if nobody waits there any more.
     *
     * @param cookie to set, if there is one
     */
    public RestResponse<String> goOn(
            ReturnTicket ticket, Visitor visitor, HttpHeaders headers, Optional<NewCookie> cookie) {
        return switch (ticket) {
            case ToAccount _ -> SeeOther.page(account, cookie);
            case ToApplication waiting ->
                    applications
                            .goOn(waiting, visitor, headers, cookie)
                            .orElseGet(() -> SeeOther.page(account, cookie));
        };
    }
}
