/**
 * The logos of clients: fetched once when a client registers one, and shown from our own address.
 *
 * <p>Whoever registers must not be told by a page of ours who looks at it, nor have it show
 * something else tomorrow. So the image is fetched by us, within the rules of {@code
 * guichet.outside}, is taken for an image by nothing but its first bytes, and is kept, once however
 * many clients have it, within a bound for all of them. Which client has which address is left to
 * {@code guichet.registry.client}.
 */
@NullMarked
package guichet.registry.logo;

import org.jspecify.annotations.NullMarked;
