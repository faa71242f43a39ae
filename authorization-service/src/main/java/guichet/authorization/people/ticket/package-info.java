/**
 * How people go on who came to sign in, to make an account or for another password: with a {@link
 * guichet.authorization.people.ticket.ReturnTicket}, to the application that sent them or to their
 * account.
 *
 * <p>What an application asked for is not known here: {@link
 * guichet.authorization.people.ticket.WaitingApplications} goes on with it.
 */
@NullMarked
package guichet.authorization.people.ticket;

import org.jspecify.annotations.NullMarked;
