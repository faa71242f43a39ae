package guichet.authorization.flow;

import guichet.authorization.flow.Step.Back;
import guichet.authorization.flow.Step.ToPage;
import guichet.authorization.page.SeeOther;
import guichet.authorization.request.AuthorizationResponse;
import guichet.authorization.request.ResponseMode;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes a browser to the next step of its request. */
final class Redirect {
    private Redirect() {}

    static RestResponse<String> to(Step step, Optional<NewCookie> cookie) {
        return switch (step) {
            case ToPage(var page) -> SeeOther.page(page, cookie);
            case Back(var response) -> back(response, cookie);
        };
    }

    private static RestResponse<String> back(
            AuthorizationResponse response, Optional<NewCookie> cookie) {
        return response.reply().mode() == ResponseMode.FORM_POST
                ? FormPost.page(response).answer(cookie)
                : SeeOther.page(response.location(), cookie);
    }
}
