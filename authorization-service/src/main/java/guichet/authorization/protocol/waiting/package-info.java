/**
 * The room for what waits until a person has signed in, decided or confirmed.
 *
 * <p>Anybody can have requests kept here, without signing in or being known. So there is a bound on
 * what all of them take, and nobody's network has more than a share of what is free. What is kept,
 * and for how long, is left to {@code guichet.authorization.protocol.request} and {@code
 * guichet.authorization.protocol.logout}.
 */
@NullMarked
package guichet.authorization.protocol.waiting;

import org.jspecify.annotations.NullMarked;
