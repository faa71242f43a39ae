package guichet.oauth.http;

import java.time.Duration;

/** The header {@code Cache-Control} of answers that anybody may keep, RFC 9111 §5.2.2. */
public final class CacheControl {
    /** Of what is discovered of an issuer or of an API, RFC 8414 and RFC 9728: five minutes. */
    public static final String OF_METADATA = keptFor(Duration.ofMinutes(5));

    private CacheControl() {}

    /** Of an answer that is good for so long, in whole seconds. */
    public static String keptFor(Duration time) {
        return "public, max-age=" + time.toSeconds();
    }
}
