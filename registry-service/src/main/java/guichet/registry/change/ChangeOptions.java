package guichet.registry.change;

import jakarta.ws.rs.core.UriInfo;

/**
 * How a change is made.
 *
 * @param force whether applications lose scopes that go, and what was granted with them ends
 * @param dryRun whether it is only said what would come of it
 */
public record ChangeOptions(boolean force, boolean dryRun) {
    /**
     * As the parameters {@code force} and {@code dry_run} say it.
     *
     * @throws guichet.oauth.OAuthException when one of them is neither true nor false
     */
    public static ChangeOptions of(UriInfo address) {
        return new ChangeOptions(Flag.of("force", address), Flag.of("dry_run", address));
    }
}
