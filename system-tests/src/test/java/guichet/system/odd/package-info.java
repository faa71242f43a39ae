/**
 * Requests such as nobody means, to every route that the outside can reach: whatever is sent, the
 * answer says what is wrong with it, and never that something is wrong with us.
 */
package guichet.system.odd;
