/**
 * The calls that the server makes to addresses which others chose: clients' keys, sector
 * identifiers, logos, request objects, keys of software statements, back-channel logout.
 *
 * <p>Whoever registers must not make us call what only we can reach, nor hold us up. So each name
 * is resolved here and the connection goes to the very address that was looked at; addresses inside
 * the network and ports of other protocols are refused unless the operator allowed them; no
 * redirect is followed; time, size and attempts are bounded, and so is how many calls there are at
 * once and from where they are caused. A refusal says which of these rules it was, but that one
 * name leads inside, another one nowhere, is for the log alone.
 */
@NullMarked
package guichet.outside;

import org.jspecify.annotations.NullMarked;
