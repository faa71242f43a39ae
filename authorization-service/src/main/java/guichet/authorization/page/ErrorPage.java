package guichet.authorization.page;

import guichet.authorization.language.Messages;
import guichet.authorization.language.Text;
import guichet.kit.metric.Refusals;
import guichet.oauth.OAuthError;
import guichet.oauth.Reason;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * What a person sees when the request cannot go on and nobody may be redirected: first what it
 * means to them, in their language; then what developers read of it, which is in English.
 */
public final class ErrorPage {
    private ErrorPage() {}

    /** The page for an error that was answered with this status. */
    static RestResponse<String> of(OAuthError error, int status) {
        return switch (status) {
            case 404 -> page(status, Messages::nothingHere, Messages::nothingHereText, error);
            case 429 -> page(status, Messages::waitALittle, Messages::waitALittleText, error);
            case 503 -> page(status, Messages::tryAgainSoon, Messages::tryAgainSoonText, error);
            case 500 -> page(status, Messages::wentWrong, Messages::wentWrongText, error);
            default ->
                    page(status, Messages::cannotBeAnswered, Messages::cannotBeAnsweredText, error);
        };
    }

    /**
     * The page for an address that shows nothing.
     *
     * @param fault what developers read
     */
    public static RestResponse<String> nothingHere(String fault) {
        OAuthError error = Reason.ADDRESS_UNKNOWN.error("%s", fault);
        Refusals.answered(error);
        return of(error, Status.NOT_FOUND.getStatusCode());
    }

    /** The page for a form that is out of date or was not made for this browser. */
    public static RestResponse<String> startAgain() {
        return refused(
                Messages::outOfDate,
                Messages::outOfDateText,
                "the form is out of date, or was not made for this browser");
    }

    /** The page for a form that a page elsewhere sent, which nobody here asked the person for. */
    public static RestResponse<String> ofAnotherSite() {
        return refused(
                Messages::ofAnotherSite,
                Messages::ofAnotherSiteText,
                "a page of another site sent the form");
    }

    private static RestResponse<String> refused(Text title, Text advice, String fault) {
        OAuthError error = Reason.PAGE_OUT_OF_DATE.error("%s", fault);
        Refusals.answered(error);
        return page(Status.BAD_REQUEST.getStatusCode(), title, advice, error);
    }

    private static RestResponse<String> page(
            int status, Text title, Text advice, OAuthError error) {
        var template = Templates.error(title, advice, error.description(), error.reason().code());
        return Page.of(Status.fromStatusCode(status), template).answer();
    }
}
