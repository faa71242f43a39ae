/**
 * The status lists, draft-ietf-oauth-status-list: signed, compressed bits by which APIs that
 * validate tokens offline see within seconds which grants have ended. A token names its grant's
 * place, so that issuing one writes nothing.
 */
@NullMarked
package guichet.token.status;

import org.jspecify.annotations.NullMarked;
