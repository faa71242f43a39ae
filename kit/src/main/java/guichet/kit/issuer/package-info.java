/**
 * The setting {@code guichet.issuer}, from which every address of the suite is made, RFC 8414 §2.
 */
@NullMarked
package guichet.kit.issuer;

import org.jspecify.annotations.NullMarked;
