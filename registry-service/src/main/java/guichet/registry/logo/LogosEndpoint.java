package guichet.registry.logo;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;

import guichet.oauth.http.CacheControl;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Shows logos, whose addresses name their content: pages of ours hold them. */
@Path("/logos/{sha256}")
@PermitAll
@RunOnVirtualThread
class LogosEndpoint {
    private final KeptLogos logos;

    LogosEndpoint(KeptLogos logos) {
        this.logos = logos;
    }

    /** An image, and for whoever opens it as a page nothing else: strangers wrote it. */
    @GET
    public RestResponse<byte[]> logo(@RestPath String sha256) {
        Logo logo = logos.find(sha256).orElseThrow(NotFoundException::new);
        return ResponseBuilder.ok(logo.content)
                .header("Content-Type", logo.mediaType)
                .header(CACHE_CONTROL, CacheControl.keptFor(Duration.ofDays(1)))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .build();
    }
}
