/** The password grant, RFC 6749 §4.3, which token-service has made here. */
@NullMarked
package guichet.authorization.protocol.passwordgrant;

import org.jspecify.annotations.NullMarked;
