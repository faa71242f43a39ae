package guichet.authorization.page;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Sends a browser on to another page of ours, by 303: a form is never posted again there. */
public final class SeeOther {
    private SeeOther() {}

    /** The answer that does. */
    public static RestResponse<String> page(URI address) {
        return ResponseBuilder.<String>create(Status.SEE_OTHER)
                .location(address)
                .header(CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
