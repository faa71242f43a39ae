/**
 * The whole suite on one machine, without Docker: an embedded PostgreSQL with a database and a role
 * for each service, the services as processes of their own, and the gateway before them.
 *
 * <p>Owns ports, secrets and data of the local stack. A library as much as a command: system tests
 * start it on free ports and stop single services.
 */
@NullMarked
package guichet.local.stack;

import org.jspecify.annotations.NullMarked;
