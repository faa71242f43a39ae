package guichet.moviesapp.signin;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Signing out, here and at the provider (OpenID Connect RP-Initiated Logout 1.0 §2). The framework
 * does it as soon as it is asked who calls this address; who has no session just goes home. By form
 * only, so that no link from elsewhere signs anybody out.
 */
@Path("/sign-out")
@PermitAll
@RunOnVirtualThread
class SignOutEndpoint {
    private final CurrentIdentityAssociation identities;

    SignOutEndpoint(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    @POST
    public RestResponse<Void> signOut() {
        identities.getDeferredIdentity().await().indefinitely();
        return RestResponse.seeOther(URI.create("/"));
    }
}
