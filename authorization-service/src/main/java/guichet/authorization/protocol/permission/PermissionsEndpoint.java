package guichet.authorization.protocol.permission;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;

import guichet.authorization.limit.Limit;
import guichet.authorization.limit.Limited;
import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.people.account.AccountGuard;
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

/** The page of an account that lists the applications with the person's permission. */
@Path("/account/applications")
@PermitAll // AccountGuard asks who is signed in
@AnswersWithPages
@RunOnVirtualThread
class PermissionsEndpoint {
    private final AccountGuard guard;
    private final ApplicationsPage page;

    PermissionsEndpoint(AccountGuard guard, ApplicationsPage page) {
        this.guard = guard;
        this.page = page;
    }

    @GET
    public RestResponse<String> show(
            @RestQuery Optional<String> after, @Context HttpHeaders headers) {
        return guard.show(headers, visitor -> page.show(visitor, after));
    }

    @POST
    @Limited(Limit.FORM)
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<String> withdraw(
            MultivaluedMap<String, String> body, @Context HttpHeaders headers) {
        return guard.take(body, headers, page::withdraw);
    }
}
