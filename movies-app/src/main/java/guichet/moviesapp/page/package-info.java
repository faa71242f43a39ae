/** What all pages have in common: the headers that protect them, and the pages for failures. */
@NullMarked
package guichet.moviesapp.page;

import org.jspecify.annotations.NullMarked;
