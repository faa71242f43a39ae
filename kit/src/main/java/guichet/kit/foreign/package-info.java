/**
 * What strangers wrote, read in one guarded way: JSON documents, JWTs (RFC 7519) and JWK Sets (RFC
 * 7517).
 *
 * <p>Any member may be of any type, any number of any size, any text of any length. So everything
 * is looked at before it is used, a library's own exceptions end here, and whoever reads learns of
 * one fault only, {@link guichet.kit.foreign.ForeignFault}, for which each endpoint has its own
 * word; the body that has to be an object is refused here, in {@link
 * guichet.kit.foreign.RequestBody}. What is expected of a JWT is one description, {@link
 * guichet.kit.foreign.JwtRules}, for every kind of JWT alike.
 */
@NullMarked
package guichet.kit.foreign;

import org.jspecify.annotations.NullMarked;
