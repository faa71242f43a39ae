/**
 * The settings with which somebody starts the stack: variables of the environment that begin with
 * {@code GUICHET_}. Each goes to the services that read it, and one that none reads ends the start.
 *
 * <p>Which service reads what is asked of the services as they were built: their configuration
 * mappings and properties. There is no list that could be forgotten.
 */
@NullMarked
package guichet.local.settings;

import org.jspecify.annotations.NullMarked;
