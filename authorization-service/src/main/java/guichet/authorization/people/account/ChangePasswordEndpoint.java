package guichet.authorization.people.account;

import guichet.authorization.page.SeeOther;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Where password managers lead to the page for it, W3C Change Password URL §2. */
@Path("/.well-known/change-password")
@PermitAll
@NonBlocking
class ChangePasswordEndpoint {
    private final String issuer;

    ChangePasswordEndpoint(@ConfigProperty(name = "guichet.issuer") String issuer) {
        this.issuer = issuer;
    }

    @GET
    public RestResponse<String> lead() {
        return SeeOther.page(URI.create(issuer + "/account/password"));
    }
}
