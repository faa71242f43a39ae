package guichet.kit.browser;

import guichet.oauth.Sha256;
import java.util.Base64;

/** What stands in a page is let through by its digest, CSP Level 3 §2.3.1. */
public final class PolicyHash {
    private PolicyHash() {}

    /** The source expression of a style or script that stands in the page to the letter. */
    public static String of(String text) {
        return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(Sha256.of(text)));
    }
}
