/**
 * Requests that need not wait for anybody: they are answered on the event loop that brought them,
 * which spares them the way to another thread and back. What has to wait, as for a database, goes
 * on a virtual thread.
 */
@NullMarked
package guichet.kit.eventloop;

import org.jspecify.annotations.NullMarked;
