/**
 * The suite on an operator's bad day: what dies, hangs or fills up, under load, with a ledger of
 * all that was confirmed. Run by {@code ./guichet test -Pfaults}, and not by every test run: each
 * takes its time.
 */
package guichet.system.fault;
