package guichet.resource;

/**
 * Where the grants of tokens stand, as the issuer says: likewise by a bean of its own where the
 * application is the issuer, {@link IssuerKeys}.
 */
public interface GrantStatuses {
    /** Where the grant of a token stands; {@code UNKNOWN} on an event loop if it has to wait. */
    GrantStatus statusOf(StatusReference token);
}
