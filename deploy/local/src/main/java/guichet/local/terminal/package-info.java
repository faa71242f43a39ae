/**
 * What the commands share: how they call an installation, whom they believe to be it, and how they
 * say to the one at the terminal why there was no success.
 */
@NullMarked
package guichet.local.terminal;

import org.jspecify.annotations.NullMarked;
