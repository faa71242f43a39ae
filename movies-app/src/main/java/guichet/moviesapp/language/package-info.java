/**
 * The languages of the pages: what they say ({@link guichet.moviesapp.language.Messages}), and in
 * which of them somebody reads.
 *
 * <p>A language is one file, {@code messages/msg_<language>.properties}, and a word in the setting
 * {@code quarkus.locales}. The authorization service has its like: nothing of the suite is shared
 * with an application.
 */
@NullMarked
package guichet.moviesapp.language;

import org.jspecify.annotations.NullMarked;
