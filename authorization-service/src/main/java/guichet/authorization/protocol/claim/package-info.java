/**
 * Claims about people, OpenID Connect Core §5: which there are, which scope opens them, how an
 * application asks for one by name, and how far scopes and single claims together go.
 */
@NullMarked
package guichet.authorization.protocol.claim;

import org.jspecify.annotations.NullMarked;
