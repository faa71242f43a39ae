package guichet.registry.change;

/**
 * How a change is made.
 *
 * @param force whether applications lose scopes that go, and what was granted with them ends
 * @param dryRun whether it is only said what would come of it
 */
public record Manner(boolean force, boolean dryRun) {}
