/**
 * The grant: who allowed which client what. Everything that is issued belongs to one and ends with
 * it.
 *
 * <p>Owns the tables {@code token_grant}, {@code grant_revocation}, {@code grant_end}, {@code
 * ended_session}, {@code ended_client}, {@code ended_scope} and {@code ended_resource}, and the
 * view over them, {@code ended_grant}. A person's grant is made by authorization-service; here it
 * gets its place in the status lists and is kept as long as a token may belong to it. An
 * application's own grant is made here, at first use. What is issued for a grant is left to {@code
 * guichet.token.access} and {@code guichet.token.refresh}.
 */
@NullMarked
package guichet.token.grant;

import org.jspecify.annotations.NullMarked;
