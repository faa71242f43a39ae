/**
 * The signing keys: announced before they sign, published until their last token has expired. Each
 * algorithm has a chain of its own, whose next key is announced at all times.
 *
 * <p>Owns the table {@code signing_key}, whose private halves are encrypted under a key from the
 * environment, the schedule of rotation, and {@code /jwks} (RFC 7517). A key's state follows from
 * the times at which it and its successor begin to sign; nothing else is stored. No other package
 * or service has a private key.
 */
@NullMarked
package guichet.token.key;

import org.jspecify.annotations.NullMarked;
