/**
 * Keys and certificates for servers on this machine, made with the JDK's keytool.
 *
 * <p>Used for the calls between the services of a local stack, and by tests. What certificates are
 * for is left to whoever asks for them.
 */
@NullMarked
package guichet.local.certificate;

import org.jspecify.annotations.NullMarked;
