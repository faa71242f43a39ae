package guichet.kit.error;

/** What to change, by HTTP status, for requests that the framework refuses before our code runs. */
final class HttpFault {
    private HttpFault() {}

    static String describe(int status) {
        return switch (status) {
            case 400 -> "the request is malformed: check the syntax of its body";
            case 401 -> "the request needs a credential";
            case 403 -> "the credential does not open this";
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take this method: see Allow";
            case 406 -> "none of the types in Accept can be produced";
            case 413 -> "the request is too large";
            case 415 -> "this address does not take this Content-Type";
            default -> "the request cannot be served";
        };
    }
}
