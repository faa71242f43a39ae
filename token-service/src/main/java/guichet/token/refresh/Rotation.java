package guichet.token.refresh;

import guichet.oauth.OpaqueToken;
import guichet.token.grant.LiveGrant;
import java.util.UUID;

/** What became of a refresh token that was presented. */
public sealed interface Rotation {
    /** It was good, or is the last one repeated: its grant and its one successor. */
    record Rotated(LiveGrant grant, OpaqueToken successor) implements Rotation {}

    /** It had been spent before: somebody else has it too. */
    record Reused(UUID grantId) implements Rotation {}

    /** It is not good for this client; the reason is for the log. */
    record Refused(String reason) implements Rotation {}
}
