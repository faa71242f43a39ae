/**
 * Whom the commands believe that they talk to the issuer: the authorities of the JDK and those of
 * the setting that the services have for it too.
 */
@NullMarked
package guichet.local.trust;

import org.jspecify.annotations.NullMarked;
