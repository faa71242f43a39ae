/**
 * People: who they are, how they come in, and what they do with their accounts.
 *
 * <p>This house knows nothing of what applications ask for: somebody whom one sent has a return
 * ticket.
 */
@NullMarked
package guichet.authorization.people;

import org.jspecify.annotations.NullMarked;
