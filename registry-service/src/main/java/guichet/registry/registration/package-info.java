/**
 * Dynamic client registration, RFC 7591: an application says what it is and is given credentials.
 *
 * <p>Owns the reading and checking of client metadata, each refusal naming the field, and the
 * question who may register at all; reads the clients that the settings declare by the same rules.
 * Storing the client and making its secret is left to {@code guichet.registry.client}; which scopes
 * exist, to {@code guichet.registry.resource}.
 */
@NullMarked
package guichet.registry.registration;

import org.jspecify.annotations.NullMarked;
