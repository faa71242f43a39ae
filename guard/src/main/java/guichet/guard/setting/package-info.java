/**
 * No service with wrong settings: before anything else starts, each setting of a {@code
 * ConfigMapping} is read by itself, and all that is wrong is said at once.
 *
 * <p>Owns the question and the words. What a setting has to be is written at its mapping, by its
 * type, {@link guichet.guard.setting.Between}, {@link guichet.guard.setting.MustBe} and {@link
 * guichet.guard.setting.CheckedBy}. What only the data can tell, as whether a key is the one that
 * encrypted them, is left to those who read them.
 */
@NullMarked
package guichet.guard.setting;

import org.jspecify.annotations.NullMarked;
