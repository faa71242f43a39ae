/**
 * What people have approved, remembered by person, client and scope, so that they are not asked
 * twice. What an approval yields is left to {@code guichet.authorization.grant}.
 */
@NullMarked
package guichet.authorization.consent;

import org.jspecify.annotations.NullMarked;
