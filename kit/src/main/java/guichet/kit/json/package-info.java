/** How the words of OAuth are written in the JSON between services. */
@NullMarked
package guichet.kit.json;

import org.jspecify.annotations.NullMarked;
