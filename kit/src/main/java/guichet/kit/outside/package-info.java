/**
 * The calls that the server makes to addresses which others chose: clients' keys, sector
 * identifiers, request objects, keys of software statements, back-channel logout.
 *
 * <p>Whoever registers must not make us call what only we can reach, nor hold us up. So each name
 * is resolved here and the connection goes to the very address that was looked at; addresses inside
 * the network are refused unless the operator allowed the host; no redirect is followed; time and
 * size are bounded. A refusal says which of these rules it was.
 */
@NullMarked
package guichet.kit.outside;

import org.jspecify.annotations.NullMarked;
