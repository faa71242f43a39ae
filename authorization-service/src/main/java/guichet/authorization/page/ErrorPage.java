package guichet.authorization.page;

import guichet.oauth.OAuthError;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.OAuthError.ServerError;
import guichet.oauth.OAuthError.TemporarilyUnavailable;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What a person sees when the request cannot go on and nobody may be redirected. */
public final class ErrorPage {
    private static final Logger LOG = Logger.getLogger(ErrorPage.class);

    private ErrorPage() {}

    /** The page for an error of a request. */
    public static RestResponse<String> of(OAuthError error) {
        String title =
                error instanceof TemporarilyUnavailable
                        ? "Please try again in a moment"
                        : "The application asked in a way that cannot be answered";
        LOG.debugf("shown as a page: %s: %s", error.code(), error.cause());
        return page(Status.fromStatusCode(error.status()), title, error.description());
    }

    /** The page for a form that is out of date or was not made for this browser. */
    public static RestResponse<String> startAgain() {
        return page(
                Status.BAD_REQUEST,
                "This page is out of date",
                "Go back to the application and start again. If it happens again, allow cookies"
                        + " for this site.");
    }

    /** The page for what the framework could not read. */
    public static RestResponse<String> of(WebApplicationException refused) {
        var fault = new InvalidRequest("the request is malformed: check how it is encoded");
        return refused.getResponse().getStatus() < 500 ? of(fault) : of((Throwable) refused);
    }

    /** The page for a fault of ours, which is logged. */
    public static RestResponse<String> of(Throwable bug) {
        LOG.error("unforeseen failure", bug);
        return page(
                Status.INTERNAL_SERVER_ERROR,
                "Something went wrong here",
                new ServerError("").description());
    }

    private static RestResponse<String> page(Status status, String title, String fault) {
        return Page.of(status, Templates.error(title, fault)).answer(Optional.empty());
    }
}
