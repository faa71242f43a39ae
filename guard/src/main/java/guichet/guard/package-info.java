/**
 * No resource method without a rule: an application that has one which does not say who may call it
 * does not start.
 *
 * <p>Owns the question, asked once at start of every method that requests are routed to; answering
 * it at each request is left to the filters and to Quarkus Security. Rules of our own are
 * annotations with {@link guichet.guard.Guard}; below an address that is {@link
 * guichet.guard.Reserved} only some of them will do.
 */
@NullMarked
package guichet.guard;

import org.jspecify.annotations.NullMarked;
