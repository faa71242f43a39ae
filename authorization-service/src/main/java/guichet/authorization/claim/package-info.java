/**
 * Claims about people, OpenID Connect Core §5: which there are, which scope opens them, and how an
 * application asks for one by name.
 */
@NullMarked
package guichet.authorization.claim;

import org.jspecify.annotations.NullMarked;
