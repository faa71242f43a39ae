package guichet.oauth.http;

/** How large a request may be, wherever it comes in. */
public final class HttpLimits {
    /** The request line; RFC 9110 §4.1 wants addresses of 8,000 octets at least. */
    public static final int REQUEST_LINE = 16_384;

    /** All headers together: an address as long may come once more, as {@code Referer}. */
    public static final int HEADERS = 32_768;

    /** The body. */
    public static final int BODY = 262_144;

    private HttpLimits() {}
}
