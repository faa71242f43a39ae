package guichet.kit.browser;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jose4j.lang.HashUtil;

/** What stands in a page is let through by its digest, CSP Level 3 §2.3.1. */
public final class PolicyHash {
    private PolicyHash() {}

    /** The source expression of a style or script that stands in the page to the letter. */
    public static String of(String text) {
        byte[] digest =
                HashUtil.getMessageDigest(HashUtil.SHA_256)
                        .digest(text.getBytes(StandardCharsets.UTF_8));
        return "'sha256-%s'".formatted(Base64.getEncoder().encodeToString(digest));
    }
}
