package guichet.authorization.front;

import guichet.authorization.page.AnswersWithPages;
import guichet.authorization.page.Page;
import guichet.authorization.page.Templates;
import guichet.kit.browser.Preference;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The address that people open first, and that tokens call the issuer. */
@Path("/")
@PermitAll
@AnswersWithPages
@RunOnVirtualThread
class FrontEndpoint {
    private final String issuer;

    FrontEndpoint(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    @GET
    public Response show(@Context HttpHeaders headers) {
        return switch (Preference.of(headers.getAcceptableMediaTypes())) {
            case PAGE -> Page.of(Status.OK, Templates.front()).answer().toResponse();
            case JSON ->
                    Response.ok(Addresses.of(issuer), MediaType.APPLICATION_JSON)
                            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                            .build();
        };
    }
}
