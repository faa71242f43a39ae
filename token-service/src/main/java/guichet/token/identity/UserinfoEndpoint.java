package guichet.token.identity;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.Scope;
import guichet.resource.CurrentAccessToken;
import guichet.resource.RequiresScope;
import guichet.resource.RequiresScope.Audience;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

/** The userinfo endpoint, OpenID Connect Core §5.3. */
@Path("/userinfo")
@RequiresScope(value = Scope.OPENID, audience = Audience.ISSUER)
@Produces(APPLICATION_JSON) // or what the answer itself says it is
@Cache(noStore = true)
@RunOnVirtualThread
class UserinfoEndpoint {
    static final String JWT = "application/jwt";

    private final Userinfo userinfo;
    private final CurrentAccessToken token;

    UserinfoEndpoint(Userinfo userinfo, CurrentAccessToken token) {
        this.userinfo = userinfo;
        this.token = token;
    }

    @GET
    public RestResponse<?> get() {
        return switch (userinfo.about(token.get())) {
            case Userinfo.Plain(Map<String, Object> claims) -> RestResponse.ok(claims);
            case Userinfo.Signed(String jwt) -> RestResponse.ok(jwt, JWT);
        };
    }

    /** With the token in the header or in a form, RFC 6750 §2.2. */
    @POST
    public RestResponse<?> post() {
        return get();
    }
}
