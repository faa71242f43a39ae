package guichet.token.identity;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;
import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import guichet.oauth.BearerHeader;
import guichet.oauth.Form;
import guichet.oauth.OpaqueToken;
import guichet.oauth.Reason;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The userinfo endpoint, OpenID Connect Core §5.3. */
@Path("/userinfo")
@PermitAll // its token is looked at below
@Produces(APPLICATION_JSON) // or what the answer itself says it is
@Cache(noStore = true)
@RunOnVirtualThread
class UserinfoEndpoint {
    static final String JWT = "application/jwt";

    private final Userinfo userinfo;

    UserinfoEndpoint(Userinfo userinfo) {
        this.userinfo = userinfo;
    }

    @GET
    public RestResponse<?> get(@HeaderParam(AUTHORIZATION) @Nullable String authorization) {
        return answer(authorization, Optional.empty());
    }

    /** With the token in the header, and nothing in the body. */
    @POST
    public RestResponse<?> post(@HeaderParam(AUTHORIZATION) @Nullable String authorization) {
        return answer(authorization, Optional.empty());
    }

    /** With the token in the body, RFC 6750 §2.2, or in the header. */
    @POST
    @Consumes(APPLICATION_FORM_URLENCODED)
    public RestResponse<?> post(
            @HeaderParam(AUTHORIZATION) @Nullable String authorization,
            MultivaluedMap<String, String> body) {
        return answer(authorization, new Form(body).find("access_token"));
    }

    private RestResponse<?> answer(@Nullable String authorization, Optional<String> inForm) {
        return switch (userinfo.about(token(authorization, inForm))) {
            case Userinfo.Plain(Map<String, Object> claims) -> RestResponse.ok(claims);
            case Userinfo.Signed(String jwt) -> RestResponse.ok(jwt, JWT);
        };
    }

    private static OpaqueToken token(@Nullable String authorization, Optional<String> inForm) {
        Optional<OpaqueToken> inHeader = BearerHeader.token(authorization);
        if (inHeader.isPresent() && inForm.isPresent()) {
            throw Reason.TOKEN_SENT_TWICE.refuse(
                    "send the access token in the header or in the form, not in both");
        }
        return inHeader.or(() -> inForm.map(OpaqueToken::of))
                .orElseThrow(() ->
                        Reason.TOKEN_MISSING.refuse(
                                "send the access token in the header Authorization: Bearer"));
    }
}
