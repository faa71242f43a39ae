/** How forms are read from the bodies of requests; what their values may be, says Form. */
@NullMarked
package guichet.kit.form;

import org.jspecify.annotations.NullMarked;
