package guichet.authorization.page;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;

import guichet.oauth.HttpAddress;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Sends a browser on, by 303: a form is never posted again to the next address, RFC 9700 §4.12. */
public final class SeeOther {
    private SeeOther() {}

    /** The answer that does. */
    public static RestResponse<String> page(URI address) {
        return page(address, Optional.empty());
    }

    /** The answer that does and sets a cookie, if there is one to set. */
    public static RestResponse<String> page(URI address, Optional<NewCookie> cookie) {
        var answer =
                ResponseBuilder.<String>create(Status.SEE_OTHER)
                        .location(HttpAddress.ascii(address))
                        .header(CACHE_CONTROL, "no-store")
                        .header("Referrer-Policy", "no-referrer");
        cookie.ifPresent(answer::cookie);
        return answer.build();
    }
}
