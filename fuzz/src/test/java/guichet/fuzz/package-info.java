/**
 * What strangers send, read by every reader of it: a text is read, or refused by the reader's own
 * refusal, and nothing else comes of it.
 *
 * <p>Each class has one such property. In a usual run of the tests it is held against {@link
 * guichet.fuzz.Faults} and whatever was found before; {@code ./guichet fuzz} has Jazzer look for
 * texts that break it. Where a reader is known to its own package only, its test is of that
 * package.
 */
package guichet.fuzz;
