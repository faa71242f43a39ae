/**
 * How settings are called: properties where code reads them, variables of the environment where
 * operators write them.
 */
@NullMarked
package guichet.oauth.setting;

import org.jspecify.annotations.NullMarked;
