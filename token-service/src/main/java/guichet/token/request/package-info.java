/**
 * The token endpoint, RFC 6749 §3.2, and what each grant type does there.
 *
 * <p>A request goes: parameters read, client authenticated, grant type chosen, tokens issued. Each
 * grant type is one class. Codes and passwords are left to {@code guichet.token.authorization},
 * rotation to {@code guichet.token.refresh}, signing to {@code guichet.token.access}.
 */
@NullMarked
package guichet.token.request;

import org.jspecify.annotations.NullMarked;
