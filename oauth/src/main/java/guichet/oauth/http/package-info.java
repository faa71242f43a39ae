/**
 * What HTTP demands of a request whoever receives it, and the words of a refusal.
 *
 * <p>Follows RFC 9110 and RFC 9112. The services and the local gateway ask here, so that both
 * refuse the same and say the same; how an answer gets onto the wire is left to them.
 */
@NullMarked
package guichet.oauth.http;

import org.jspecify.annotations.NullMarked;
