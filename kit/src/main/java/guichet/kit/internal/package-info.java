/**
 * The door between the services: a listener of its own with TLS, and each caller has its own
 * credential for each callee.
 *
 * <p>Owns what is answered by which listener, and the check of that credential at endpoints below
 * {@code /internal/}. Which callers exist is configuration of the callee; presenting the credential
 * is left to the REST client of the caller, and the certificates to Quarkus' TLS registry.
 */
@NullMarked
package guichet.kit.internal;

import org.jspecify.annotations.NullMarked;
