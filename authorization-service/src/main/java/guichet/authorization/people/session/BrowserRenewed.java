package guichet.authorization.people.session;

/**
 * Tells that a browser has another cookie from this answer on, so that what waits there is taken
 * along: pages in other tabs go on.
 *
 * @param before the {@link Browser#sha256()} that is worth nothing any more
 */
public record BrowserRenewed(String before, String after) {}
