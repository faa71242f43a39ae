/**
 * What is measured of every service, beside what the framework measures: no label is of a
 * stranger's choice; {@code docs/monitoring.md} has the names.
 */
@NullMarked
package guichet.kit.metric;

import org.jspecify.annotations.NullMarked;
