package guichet.authorization.flow;

import static jakarta.ws.rs.core.HttpHeaders.CACHE_CONTROL;

import guichet.authorization.flow.Step.Back;
import guichet.authorization.flow.Step.ToPage;
import guichet.authorization.request.AuthorizationResponse;
import guichet.authorization.request.ResponseMode;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Sends a browser on, by 303: a form is never posted again to the next address, RFC 9700 §4.12. */
final class Redirect {
    private Redirect() {}

    static RestResponse<String> to(Step step, Optional<NewCookie> cookie) {
        return switch (step) {
            case ToPage(var page) -> to(page, cookie);
            case Back(var response) -> back(response, cookie);
        };
    }

    private static RestResponse<String> back(
            AuthorizationResponse response, Optional<NewCookie> cookie) {
        return response.reply().mode() == ResponseMode.FORM_POST
                ? FormPost.page(response).answer(cookie)
                : to(response.location(), cookie);
    }

    private static RestResponse<String> to(URI location, Optional<NewCookie> cookie) {
        var answer =
                ResponseBuilder.<String>create(Status.SEE_OTHER)
                        .location(location)
                        .header(CACHE_CONTROL, "no-store")
                        .header("Referrer-Policy", "no-referrer");
        cookie.ifPresent(answer::cookie);
        return answer.build();
    }
}
