package guichet.authorization.session;

import java.util.UUID;

/**
 * Tells, in the transaction that ends it, that a session is over before its time.
 *
 * @param reason for the audit, in a few words
 */
public record SessionEnded(UUID sid, String reason) {}
