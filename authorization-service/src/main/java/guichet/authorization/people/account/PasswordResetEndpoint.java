package guichet.authorization.people.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.people.session.Browser;
import guichet.authorization.people.session.Visitors;
import guichet.authorization.people.ticket.Detours;
import guichet.authorization.people.ticket.ReturnTicket;
import guichet.authorization.people.ticket.ReturnTicket.ToAccount;
import guichet.authorization.people.ticket.ReturnTickets;
import guichet.oauth.OpaqueToken;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** How somebody gets in again who forgot the password: by a link that is mailed. */
@Path("/password-reset")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class PasswordResetEndpoint {
    private final Visitors visitors;
    private final ReturnTickets tickets;
    private final Detours detours;
    private final PasswordResetPage page;

    PasswordResetEndpoint(
            Visitors visitors, ReturnTickets tickets, Detours detours, PasswordResetPage page) {
        this.visitors = visitors;
        this.tickets = tickets;
        this.detours = detours;
        this.page = page;
    }

    @GET
    public RestResponse<String> ask(
            @RestQuery Optional<String> request, @Context HttpHeaders headers) {
        Browser browser = visitors.of(headers).browser();
        return page.ask(browser, ticket(request, browser));
    }

    /** Answers the same, as fast, whether or not somebody has the address. */
    @POST
    @Limited(Limit.PASSWORD_RESET)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> asked(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Browser browser = visitors.of(headers).browser();
        return browser.posted(body)
                .map(form -> page.asked(browser, ticket(form.find("request"), browser), form))
                .orElseGet(ErrorPage::startAgain);
    }

    @GET
    @Path("/new")
    public RestResponse<String> choose(
            @RestQuery Optional<String> link, @Context HttpHeaders headers) {
        Browser browser = visitors.of(headers).browser();
        return page.choose(
                browser, detours.left(headers, browser), OpaqueToken.of(link.orElse("")));
    }

    @POST
    @Limited(Limit.PASSWORD_RESET)
    @Path("/new")
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> chosen(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        Browser browser = visitors.of(headers).browser();
        return browser.posted(body)
                .map(form -> page.chosen(browser, detours.left(headers, browser), form))
                .orElseGet(ErrorPage::startAgain);
    }

    /** To the account if it waited too long: who forgot the password can still have another one. */
    private ReturnTicket ticket(Optional<String> handle, Browser browser) {
        return tickets.find(handle, browser).orElseGet(ToAccount::new);
    }
}
