/**
 * Access tokens: JWTs by RFC 9068, which APIs validate without asking anybody. Issuing one writes
 * no row.
 */
@NullMarked
package guichet.token.access;

import org.jspecify.annotations.NullMarked;
