/** What was measured, for people in Markdown and for programs in JSON. */
@NullMarked
package guichet.bench.report;

import org.jspecify.annotations.NullMarked;
