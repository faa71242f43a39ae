/**
 * Letters to people: the links in them, how much may be sent, and to whom.
 *
 * <p>Owns the tables {@code mailed_link} and {@code mail_count}. A letter is written when it is
 * sent: until then nobody has looked whose address it is, so asking takes the same time whoever is
 * asked for, and no link waits in the database. What a link is good for is left to {@code
 * guichet.authorization.people.account}.
 */
@NullMarked
package guichet.authorization.people.mail;

import org.jspecify.annotations.NullMarked;
