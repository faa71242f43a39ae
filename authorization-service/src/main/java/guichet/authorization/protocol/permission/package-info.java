/**
 * What a person allowed which applications, by whatever way: shown below {@code /account}, taken
 * back there, and ended with the account's own changes.
 */
@NullMarked
package guichet.authorization.protocol.permission;

import org.jspecify.annotations.NullMarked;
