package guichet.authorization.people.account;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
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

/** The pages of an account, for the person whose it is. */
@Path("/account")
@PermitAll // AccountGuard lets in who is signed in
@AnswersWithPages
@RunOnVirtualThread
class AccountEndpoint {
    private final AccountGuard guard;
    private final AccountPages pages;

    AccountEndpoint(AccountGuard guard, AccountPages pages) {
        this.guard = guard;
        this.pages = pages;
    }

    @GET
    public RestResponse<String> overview(
            @RestQuery Optional<String> done, @Context HttpHeaders headers) {
        return guard.show(headers, guest -> pages.overview().show(guest, done));
    }

    @POST
    @Limited(Limit.FORM)
    @Path("/sessions")
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> signOutOthers(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return guard.take(body, headers, (guest, _) -> pages.overview().signOutOthers(guest));
    }

    @GET
    @Path("/profile")
    public RestResponse<String> profile(@Context HttpHeaders headers) {
        return guard.show(headers, pages.profile()::show);
    }

    @POST
    @Limited(Limit.FORM)
    @Path("/profile")
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> changeProfile(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return guard.take(body, headers, pages.profile()::change);
    }

    @GET
    @Path("/email")
    public RestResponse<String> email(@Context HttpHeaders headers) {
        return guard.show(headers, pages.email()::show);
    }

    @POST
    @Limited(Limit.SIGN_IN)
    @Path("/email")
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> changeEmail(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return guard.take(body, headers, pages.email()::change);
    }

    @GET
    @Path("/password")
    public RestResponse<String> password(@Context HttpHeaders headers) {
        return guard.show(headers, pages.password()::show);
    }

    @POST
    @Limited(Limit.SIGN_IN)
    @Path("/password")
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> changePassword(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return guard.take(body, headers, pages.password()::change);
    }
}
