package guichet.authorization.page;

import guichet.kit.error.ErrorBody;
import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import guichet.oauth.RefusalLog;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What a person sees when the request cannot go on and nobody may be redirected. */
public final class ErrorPage {
    private ErrorPage() {}

    /** The page for an error that was answered with this status. */
    static RestResponse<String> of(ErrorBody error, int status) {
        return page(
                Status.fromStatusCode(status), title(status), error.description(), error.reason());
    }

    private static String title(int status) {
        return switch (status) {
            case 503 -> "Please try again in a moment";
            case 500 -> "Something went wrong here";
            case 404 -> "There is nothing here";
            default -> "The application asked in a way that cannot be answered";
        };
    }

    /** The page for an address that shows nothing. */
    public static RestResponse<String> nothingHere(String fault) {
        return refusal(
                Status.NOT_FOUND,
                "There is nothing here",
                Reason.ADDRESS_UNKNOWN.error("%s", fault));
    }

    /** The page for a form that is out of date or was not made for this browser. */
    public static RestResponse<String> startAgain() {
        return refusal(
                Status.BAD_REQUEST,
                "This page is out of date",
                Reason.PAGE_OUT_OF_DATE.error(
                        "Go back to the application and start again. If it happens again, allow"
                                + " cookies for this site."));
    }

    private static RestResponse<String> refusal(Status status, String title, OAuthError error) {
        RefusalLog.answered(error);
        return page(status, title, error.description(), error.reason());
    }

    private static RestResponse<String> page(
            Status status, String title, String fault, Reason reason) {
        var template = Templates.error(title, fault, reason.code());
        return Page.of(status, template).answer(Optional.empty());
    }
}
