/**
 * The protocol: what applications ask for, what people approve of it, and what comes of that.
 *
 * <p>Of a person this house knows that they signed in, how ({@code amr}, {@code acr}) and when.
 */
@NullMarked
package guichet.authorization.protocol;

import org.jspecify.annotations.NullMarked;
