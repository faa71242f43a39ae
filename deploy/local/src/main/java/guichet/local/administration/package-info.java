/**
 * The commands of an administrator: {@code ./guichet keys …} and those beside it. Each gets a token
 * of its own with the administrator's secret and calls the endpoints below {@code /admin} of any
 * issuer, the local stack's unless another is named.
 */
@NullMarked
package guichet.local.administration;

import org.jspecify.annotations.NullMarked;
