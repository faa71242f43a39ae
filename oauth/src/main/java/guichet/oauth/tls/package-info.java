/**
 * Whom services and commands believe who a server is.
 *
 * <p>Owns how a file with authorities is read, so that a private one is trusted by all alike. For
 * which calls there is such a file is left to those who make them.
 */
@NullMarked
package guichet.oauth.tls;

import org.jspecify.annotations.NullMarked;
