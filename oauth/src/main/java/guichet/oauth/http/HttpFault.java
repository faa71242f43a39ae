package guichet.oauth.http;

import guichet.oauth.OAuthError;
import guichet.oauth.Reason;

/**
 * A request that is refused by HTTP's own rules.
 *
 * @param status of the answer, RFC 9110 §15.5
 * @param error says what to change
 */
public record HttpFault(int status, OAuthError error) {
    private static final String ACCEPTED_CODINGS = "identity";

    /** What to change, where no more is known than the status. */
    public static HttpFault of(int status) {
        return switch (status) {
            case 404 -> of(status, Reason.ADDRESS_UNKNOWN, "there is nothing at this address");
            case 405 ->
                    of(
                            status,
                            Reason.METHOD_UNSUPPORTED,
                            "this address does not take this method: use one that Allow names");
            case 408 ->
                    of(
                            status,
                            Reason.REQUEST_TOO_SLOW,
                            "the body took too long to come: send it at once");
            case 413 -> of(status, Reason.REQUEST_TOO_LARGE, "the request is too large");
            case 414 -> of(status, Reason.REQUEST_TOO_LARGE, "the address is too long");
            case 415 ->
                    of(
                            status,
                            Reason.CONTENT_TYPE_UNSUPPORTED,
                            "this address does not take this Content-Type");
            case 431 -> of(status, Reason.REQUEST_TOO_LARGE, "the headers are too large");
            default ->
                    malformed(
                            status,
                            "the request is malformed: check the syntax of address and body");
        };
    }

    private static HttpFault of(int status, Reason reason, String words) {
        return new HttpFault(status, reason.error("%s", words));
    }

    static HttpFault malformed(int status, String words) {
        return of(status, Reason.REQUEST_MALFORMED, words);
    }

    static HttpFault ambiguous() {
        return of(
                400,
                Reason.PATH_AMBIGUOUS,
                "the path can be read in two ways: send it without //, ; and dot segments, and"
                        + " without %2F, %5C, %2E, %3B and %00");
    }

    /**
     * The body is of another type than the address takes, or says none.
     *
     * @param taken what to send, such as {@code application/json}
     */
    public static HttpFault ofType(String taken) {
        return of(
                415,
                Reason.CONTENT_TYPE_UNSUPPORTED,
                "the Content-Type is missing or another one than this address takes: send "
                        + taken);
    }

    static HttpFault encoded() {
        return of(
                415,
                Reason.CONTENT_ENCODING_UNSUPPORTED,
                "send the body as it is, without Content-Encoding");
    }

    /**
     * Whether the answer has {@code Accept-Encoding: identity}, by which RFC 9110 §15.5.16 tells a
     * coding that is not taken from a type that is not.
     */
    public boolean isOfEncoding() {
        return error.reason() == Reason.CONTENT_ENCODING_UNSUPPORTED;
    }

    /** The codings that a body may have, RFC 9110 §12.5.3. */
    public static String acceptedCodings() {
        return ACCEPTED_CODINGS;
    }
}
