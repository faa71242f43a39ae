/**
 * The authorization request, RFC 6749 §4.1.1: read, checked, and kept while a person decides.
 *
 * <p>Client and redirect address are checked first: without both, nobody may be redirected
 * anywhere. Every later fault is an answer to the client. Who the person is and what is approved is
 * left to {@code guichet.authorization.protocol.flow}.
 */
@NullMarked
package guichet.authorization.protocol.request;

import org.jspecify.annotations.NullMarked;
