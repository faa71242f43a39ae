package guichet.authorization.page;

import guichet.kit.browser.RefusalWords;
import guichet.kit.metric.Refusals;
import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** What a person sees when the request cannot go on and nobody may be redirected. */
public final class ErrorPage {
    private ErrorPage() {}

    /** The page for an error that was answered with this status. */
    static RestResponse<String> of(OAuthError error, int status) {
        String title =
                RefusalWords.title(
                        status, "The application asked in a way that cannot be answered");
        return page(Status.fromStatusCode(status), title, error);
    }

    /** The page for an address that shows nothing. */
    public static RestResponse<String> nothingHere(String fault) {
        OAuthError error = Reason.ADDRESS_UNKNOWN.error("%s", fault);
        Refusals.answered(error);
        return of(error, Status.NOT_FOUND.getStatusCode());
    }

    /** The page for a form that is out of date or was not made for this browser. */
    public static RestResponse<String> startAgain() {
        return outOfDate(
                "This page is out of date",
                "Go back to the application and start again. If it happens again, allow cookies for"
                        + " this site.");
    }

    /** The page for a form that a page elsewhere sent, which nobody here asked the person for. */
    public static RestResponse<String> ofAnotherSite() {
        return outOfDate(
                "This form is not of this site",
                "Another site sent this form. Go back to the application and start again.");
    }

    private static RestResponse<String> outOfDate(String title, String words) {
        OAuthError error = Reason.PAGE_OUT_OF_DATE.error("%s", words);
        Refusals.answered(error);
        return page(Status.BAD_REQUEST, title, error);
    }

    private static RestResponse<String> page(Status status, String title, OAuthError error) {
        var template = Templates.error(title, error.description(), error.reason().code());
        return Page.of(status, template).answer();
    }
}
