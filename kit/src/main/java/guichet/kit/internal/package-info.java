/**
 * The door between the services: each caller has its own credential for each callee.
 *
 * <p>Owns the check of that credential at endpoints below {@code /internal/}. Which callers exist
 * is configuration of the callee; presenting the credential is left to the REST client of the
 * caller. The gateway never routes {@code /internal/}.
 */
@NullMarked
package guichet.kit.internal;

import org.jspecify.annotations.NullMarked;
