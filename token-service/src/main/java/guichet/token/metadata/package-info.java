/** What clients discover of the suite, RFC 8414: complete, and true of what is really there. */
@NullMarked
package guichet.token.metadata;

import org.jspecify.annotations.NullMarked;
