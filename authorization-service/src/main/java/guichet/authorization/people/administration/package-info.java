/**
 * What administrators do with people: make them, see them, block them, and give them a way to a new
 * password; {@code docs/people.md}.
 *
 * <p>Owns {@code /admin/people}, opened by access tokens with the scope {@code people:admin}. An
 * administrator never knows a password: whoever gets the link chooses one.
 */
@NullMarked
package guichet.authorization.people.administration;

import org.jspecify.annotations.NullMarked;
