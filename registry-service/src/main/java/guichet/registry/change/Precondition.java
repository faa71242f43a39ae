package guichet.registry.change;

import guichet.oauth.Reason;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which version somebody saw who changes it, RFC 9110 §13.1.1.
 *
 * @param ifMatch the entity tags; {@code *} for any; empty when it was not said
 */
public record Precondition(Optional<String> ifMatch) {
    private static final String ANY = "*";

    /**
     * Of a change that must not be made to what nobody looked at.
     *
     * @throws guichet.oauth.OAuthException when it is not said
     */
    public static Precondition required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Reason.VERSION_MISSING.refuse(
                    "send If-Match with the ETag of what you change, as GET answers it");
        }
        return new Precondition(Optional.of(ifMatch));
    }

    public static Precondition of(@Nullable String ifMatch) {
        return new Precondition(Optional.ofNullable(ifMatch));
    }

    /** As {@code ETag} and {@code If-Match} have it. */
    static String tag(long version) {
        return "\"%d\"".formatted(version);
    }

    /**
     * Ends the request if this version is another one.
     *
     * @throws guichet.oauth.OAuthException saying so
     */
    public void check(long version) {
        boolean holds =
                ifMatch.isEmpty()
                        || Stream.of(ifMatch.get().split(","))
                                .map(String::strip)
                                .anyMatch(tag -> tag.equals(ANY) || tag.equals(tag(version)));
        if (!holds) {
            throw Reason.VERSION_OUT_OF_DATE.refuse(
                    "it was changed since: look at it again and send the ETag that it has now");
        }
    }
}
