package guichet.authorization.page;

import java.net.URI;

/** Tells addresses of the web from those of an application on the device, RFC 8252 §7.1. */
public final class WebAddress {
    private WebAddress() {}

    /** Whether it is http or https. */
    public static boolean isOne(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || "http".equalsIgnoreCase(address.getScheme());
    }
}
