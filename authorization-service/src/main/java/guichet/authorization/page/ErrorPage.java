package guichet.authorization.page;

import guichet.kit.error.DatabaseOutage;
import guichet.oauth.OAuthError;
import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.OAuthError.ServerError;
import guichet.oauth.OAuthError.TemporarilyUnavailable;
import guichet.oauth.Reason;
import guichet.oauth.RefusalLog;
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
        return page(Status.fromStatusCode(error.status()), title, error);
    }

    /** The page for an address that shows nothing. */
    public static RestResponse<String> nothingHere(String fault) {
        return page(
                Status.NOT_FOUND,
                "There is nothing here",
                new InvalidRequest(Reason.ADDRESS_UNKNOWN, fault));
    }

    /** The page for a form that is out of date or was not made for this browser. */
    public static RestResponse<String> startAgain() {
        return page(
                Status.BAD_REQUEST,
                "This page is out of date",
                new InvalidRequest(
                        Reason.PAGE_OUT_OF_DATE,
                        "Go back to the application and start again. If it happens again, allow"
                                + " cookies for this site."));
    }

    /** The page for what the framework could not read. */
    public static RestResponse<String> of(WebApplicationException refused) {
        var fault =
                new InvalidRequest(
                        Reason.REQUEST_MALFORMED,
                        "the request is malformed: check how it is encoded");
        return refused.getResponse().getStatus() < 500 ? of(fault) : of((Throwable) refused);
    }

    /** The page for an outage of the database or a fault of ours, which is logged. */
    public static RestResponse<String> of(Throwable bug) {
        if (DatabaseOutage.isBehind(bug)) {
            LOG.error("the database is away", bug);
            return of(new TemporarilyUnavailable(Reason.SERVICE_AWAY, bug.toString()));
        }
        LOG.error("unforeseen failure", bug);
        return page(
                Status.INTERNAL_SERVER_ERROR,
                "Something went wrong here",
                new ServerError(Reason.SERVICE_FAILED, bug.toString()));
    }

    private static RestResponse<String> page(Status status, String title, OAuthError error) {
        RefusalLog.answered(error);
        var template = Templates.error(title, error.description(), error.reason().code());
        return Page.of(status, template).answer(Optional.empty());
    }
}
