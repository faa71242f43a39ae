/**
 * The languages of pages and letters: what they say ({@link
 * guichet.authorization.language.Messages}), in which of them somebody reads, and how dates are
 * written there.
 *
 * <p>A language is one file, {@code messages/msg_<language>.properties}, and a word in the setting
 * {@code quarkus.locales}. What applications and APIs say of themselves in several languages is
 * left to the registry.
 */
@NullMarked
package guichet.authorization.language;

import org.jspecify.annotations.NullMarked;
