package guichet.authorization.explanation;

import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.ErrorPage;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.oauth.Reason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Where {@code error_uri} leads, RFC 6749 §5.2. */
@Path("/errors")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class ExplanationsEndpoint {
    private final Explanations explanations;

    ExplanationsEndpoint(Explanations explanations) {
        this.explanations = explanations;
    }

    @GET
    public RestResponse<String> index() {
        return page("", explanations.index());
    }

    @GET
    @Path("{code}")
    public RestResponse<String> of(@RestPath String code) {
        return Reason.find(code)
                .map(reason -> page(reason.code(), explanations.of(reason)))
                .orElseGet(() -> ErrorPage.nothingHere("no error has this name"));
    }

    private static RestResponse<String> page(String title, String html) {
        return Page.of(Status.OK, Templates.explanation(title, html)).answer();
    }
}
