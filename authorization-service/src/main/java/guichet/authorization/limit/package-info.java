/**
 * How often the same network may send what anybody may send: each resource method that takes
 * something from people says which {@link guichet.authorization.limit.Limit} it is under.
 *
 * <p>How it is counted is left to {@code guichet.kit.limit}; what a single account may do so often
 * is asked where it is done.
 */
@NullMarked
package guichet.authorization.limit;

import org.jspecify.annotations.NullMarked;
