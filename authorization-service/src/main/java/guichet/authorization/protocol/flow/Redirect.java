package guichet.authorization.protocol.flow;

import guichet.authorization.page.FetchMetadata;
import guichet.authorization.page.Onward;
import guichet.authorization.page.SeeOther;
import guichet.authorization.protocol.flow.Step.Back;
import guichet.authorization.protocol.flow.Step.Departure;
import guichet.authorization.protocol.flow.Step.ToPage;
import guichet.oauth.ResponseMode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes a browser to the next step of its request. */
final class Redirect {
    private Redirect() {}

    /** From where no form of ours was. */
    static RestResponse<String> to(Step step, HttpHeaders headers, Optional<NewCookie> cookie) {
        return to(step, headers, cookie, address -> SeeOther.page(address, cookie));
    }

    /** The same without a cookie to set. */
    static RestResponse<String> fromPage(Step step, HttpHeaders headers) {
        return fromPage(step, headers, Optional.empty());
    }

    /** From our pages, each of which may be a redirect that answers the form of another. */
    static RestResponse<String> fromPage(
            Step step, HttpHeaders headers, Optional<NewCookie> cookie) {
        return to(step, headers, cookie, address -> Onward.page(address, headers, cookie));
    }

    private static RestResponse<String> to(
            Step step,
            HttpHeaders headers,
            Optional<NewCookie> cookie,
            Function<URI, RestResponse<String>> application) {
        return switch (step) {
            case ToPage(var page) -> SeeOther.page(page, cookie);
            case Departure(var response, var isSilent)
                    when isSilent && new FetchMetadata(headers::getHeaderString).isForFrame() ->
                    to(new Back(response), headers, cookie, application);
            case Departure(var response, _) -> DeparturePage.of(response).answer(cookie);
            case Back(var response) when response.reply().mode() == ResponseMode.FORM_POST ->
                    FormPost.page(response).answer(cookie);
            case Back(var response) -> application.apply(response.location());
        };
    }
}
