package guichet.oauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token of a header {@code Authorization: Bearer}, RFC 6750 §2.1. */
public final class BearerHeader {
    private static final String SCHEME = "bearer ";

    private BearerHeader() {}

    /** The token; empty when there is no header or its scheme is another. */
    public static Optional<OpaqueToken> token(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(it -> it.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(it -> OpaqueToken.of(it.substring(SCHEME.length()).strip()));
    }
}
