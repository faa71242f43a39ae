/**
 * What people have approved, remembered by person, client and scope or single claim, so that they
 * are not asked twice, and how it reads to them. What an approval yields is left to {@code
 * guichet.authorization.protocol.grant}.
 */
@NullMarked
package guichet.authorization.protocol.consent;

import org.jspecify.annotations.NullMarked;
