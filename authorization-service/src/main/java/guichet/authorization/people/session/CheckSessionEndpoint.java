package guichet.authorization.people.session;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;

import guichet.authorization.page.Assets;
import guichet.oauth.http.CacheControl;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The check_session_iframe, Session Management 1.0 §3.2: applications frame it, on any origin, and
 * ask it whether the browser's session is still the one that they know. It shows and tells nothing
 * else, so it may be framed by everybody.
 */
@Path("/session/check")
@PermitAll
@NonBlocking
class CheckSessionEndpoint {
    private final String page;

    CheckSessionEndpoint(Assets assets) {
        this.page =
                """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Session</title>
                <script src="%s"></script></head><body></body></html>
                """
                        .formatted(assets.address("check-session.js"));
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> page() {
        return ResponseBuilder.ok(page)
                .header(CACHE_CONTROL, CacheControl.keptFor(Duration.ofHours(1)))
                .header("Content-Security-Policy", "default-src 'none'; script-src 'self'")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
