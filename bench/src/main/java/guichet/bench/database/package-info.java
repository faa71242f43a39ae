/**
 * The PostgreSQL of a measurement: what it counts, and rows that are put into it by the million.
 */
@NullMarked
package guichet.bench.database;

import org.jspecify.annotations.NullMarked;
