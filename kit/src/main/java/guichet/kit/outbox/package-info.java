/**
 * Messages that must arrive: to a neighbour, to an application, to a person.
 *
 * <p>Owns the table {@code outbox}, which each service that has one makes in its own database, and
 * says so with the setting {@code guichet.outbox=true} when it is built. A message is kept in the
 * transaction of what it tells and delivered outside of any: at least once, so that whoever
 * receives it takes repeats. What a message says and how it is handed over is left to the {@link
 * guichet.kit.outbox.OutboxHandler} of its kind.
 */
@NullMarked
package guichet.kit.outbox;

import org.jspecify.annotations.NullMarked;
