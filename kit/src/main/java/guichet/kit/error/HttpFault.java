package guichet.kit.error;

import guichet.oauth.OAuthError.InvalidRequest;
import guichet.oauth.Reason;

/** What to change, by HTTP status, for requests that the framework refuses before our code runs. */
final class HttpFault {
    private HttpFault() {}

    static InvalidRequest of(int status) {
        return switch (status) {
            case 404 ->
                    new InvalidRequest(Reason.ADDRESS_UNKNOWN, "there is nothing at this address");
            case 405 ->
                    new InvalidRequest(
                            Reason.METHOD_UNSUPPORTED, "this address does not take this method");
            case 413 -> new InvalidRequest(Reason.REQUEST_TOO_LARGE, "the request is too large");
            case 415 ->
                    new InvalidRequest(
                            Reason.CONTENT_TYPE_UNSUPPORTED,
                            "this address does not take this Content-Type");
            default ->
                    new InvalidRequest(
                            Reason.REQUEST_MALFORMED,
                            "the request is malformed: check the syntax of address and body");
        };
    }
}
