package guichet.authorization.people.session;

import java.util.Optional;
import java.util.UUID;

/**
 * What people let applications do with their accounts. Each method but {@link #tellNow} works in
 * the transaction that changes the account.
 */
public interface GrantsOfPeople {
    /**
     * Ends all that a person gave, or that somebody else gave at their account.
     *
     * @param reason for the audit, in a few words
     */
    void endAllOf(UUID personId, String reason);

    /** The same but for what was given in the session that goes on. */
    void endAllBut(SignedIn present, String reason);

    /** Forgets what a person approved, but for the clients of a session that goes on. */
    void forgetApprovals(UUID personId, Optional<SignedIn> present);

    /**
     * Has everybody know at once of the end of all that a person gave, and waits a moment for it.
     */
    void tellNow(UUID personId);
}
