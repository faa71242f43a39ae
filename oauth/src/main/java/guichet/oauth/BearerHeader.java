package guichet.oauth;

import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token of a header {@code Authorization: Bearer}, RFC 6750 §2.1. */
public final class BearerHeader {
    private BearerHeader() {}

    /**
     * The token; empty when there is no header or its scheme is another.
     *
     * @throws OAuthException {@code invalid_request} unless exactly one token follows the scheme
     */
    public static Optional<OpaqueToken> token(@Nullable String authorization) {
        String[] words = requireNonNullElse(authorization, "").strip().split(" +", -1);
        if (!words[0].equalsIgnoreCase("Bearer")) {
            return Optional.empty();
        }
        if (words.length != 2 || words[1].contains(",")) {
            throw Reason.TOKEN_HEADER_MALFORMED.refuse("after Bearer comes one token");
        }
        return Optional.of(OpaqueToken.of(words[1]));
    }
}
