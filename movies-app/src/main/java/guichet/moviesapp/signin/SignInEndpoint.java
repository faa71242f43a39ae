package guichet.moviesapp.signin;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Where signing in begins, and where the provider sends people back to. All that happens in between
 * is done by the framework: authorization request, code, tokens, session.
 */
@Path("/sign-in")
@Authenticated
@RunOnVirtualThread
class SignInEndpoint {
    @GET
    public RestResponse<Void> signedIn() {
        return RestResponse.seeOther(URI.create("/my-films"));
    }
}
