package guichet.lint;

import java.util.function.Predicate;

/**
 * A rule of the linter.
 *
 * @param finding what is said of a registration that breaks it
 */
record Rule(Finding finding, Predicate<Registration> isBroken) {}
